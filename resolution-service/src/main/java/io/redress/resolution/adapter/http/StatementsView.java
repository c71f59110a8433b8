package io.redress.resolution.adapter.http;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.ReleasedStatement;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.List;

/** What may be said to the customer of a case, the newest first. */
record StatementsView(String caseId, List<Line> statements) {

    /** @param holds false where it must not be said again, since something in it has changed */
    record Line(
            String statementId,
            String channel,
            String text,
            List<Citation> cites,
            DepartmentCode department,
            String by,
            Instant releasedAt,
            boolean holds) {
        static Line of(Claims claims, ReleasedStatement statement) {
            return new Line(
                    statement.statementId(),
                    StatementBody.word(statement.channel()),
                    statement.said(),
                    statement.cites(),
                    statement.department(),
                    statement.by(),
                    statement.releasedAt(),
                    claims.holds(statement));
        }
    }

    static StatementsView of(CaseView<ResolutionState> view) {
        Claims claims = ClaimsView.claims(view);
        return new StatementsView(
                view.id(),
                claims.statements().reversed().stream()
                        .map(it -> Line.of(claims, it))
                        .toList());
    }
}
