package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.HeldStatement;
import io.redress.resolution.domain.ReleasedStatement;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be said to the customer of a case, the newest first.
 *
 * @param held what waits for somebody's agreement, on every page
 * @param next absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementsView(
        String caseId,
        List<Line> statements,
        List<Line> held,
        @Nullable String next) {

    /**
     * @param releasedAt absent while it waits
     * @param holds false where it must not be said, since it waits or something in it has changed
     * @param awaits who must agree before it is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String statementId,
            String channel,
            String text,
            List<Citation> cites,
            DepartmentCode department,
            String by,
            @Nullable Instant releasedAt,
            boolean holds,
            List<Awaited> awaits) {
        static Line of(Claims claims, ReleasedStatement statement) {
            return line(statement, statement.releasedAt(), claims.holds(statement), List.of());
        }

        static Line of(HeldStatement held) {
            return line(
                    held.statement(),
                    null,
                    false,
                    held.awaits().stream()
                            .map(it -> new Awaited(it.gate(), it.department(), it.reason()))
                            .toList());
        }

        private static Line line(
                ReleasedStatement statement, @Nullable Instant releasedAt, boolean holds, List<Awaited> awaits) {
            return new Line(
                    statement.statementId(),
                    StatementBody.word(statement.channel()),
                    statement.said(),
                    statement.cites(),
                    statement.department(),
                    statement.by(),
                    releasedAt,
                    holds,
                    awaits);
        }
    }

    /** @param department absent where anybody but the author may agree */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Awaited(String gate, @Nullable DepartmentCode department, String reason) {}

    /** What became of one statement, whether it waits or was said. */
    static Line of(Claims claims, String statementId) {
        return claims.held(statementId)
                .map(Line::of)
                .orElseGet(() -> Line.of(claims, claims.statement(statementId).orElseThrow()));
    }

    /** @param after the last one of the page before; blank for the first page */
    static StatementsView of(CaseView<ResolutionState> view, int limit, String after) {
        Claims claims = ClaimsView.claims(view);
        List<ReleasedStatement> older = claims.statements().reversed().stream()
                .dropWhile(it -> !after.isBlank() && !it.statementId().equals(after))
                .skip(after.isBlank() ? 0 : 1)
                .toList();
        List<ReleasedStatement> page = older.stream().limit(limit).toList();
        return new StatementsView(
                view.id(),
                page.stream().map(it -> Line.of(claims, it)).toList(),
                claims.held().reversed().stream().map(Line::of).toList(),
                older.size() > limit ? page.getLast().statementId() : null);
    }
}
