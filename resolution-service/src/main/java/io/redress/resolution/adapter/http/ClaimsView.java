package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClaimGate;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Standing;
import io.redress.resolution.domain.StatedClaim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a case.
 *
 * @param live what may be said, one value per key
 * @param contested what departments say against it
 * @param history what does not hold any more, the newest first
 * @param unheard by key, who does not know of its new value yet; on every page
 * @param next absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimsView(
        String caseId,
        List<Line> live,
        List<Line> contested,
        List<Line> history,
        List<Unheard> unheard,
        @Nullable String next) {

    /** A claim as a caller reads it; {@code missing} names who must clear it before it is said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String claimId,
            String key,
            String value,
            DepartmentCode department,
            String by,
            Instant statedAt,
            @Nullable String evidence,
            @Nullable RequestId requestId,
            List<DepartmentCode> repeatedBy,
            List<Clearance> clearances,
            List<DepartmentCode> missing,
            String standing,
            @Nullable String replacedBy,
            @Nullable String reason) {
        static Line of(StatedClaim claim) {
            return new Line(
                    claim.claimId(),
                    claim.key(),
                    claim.value(),
                    claim.department(),
                    claim.by(),
                    claim.statedAt(),
                    claim.evidence(),
                    claim.requestId(),
                    claim.repeatedBy(),
                    claim.clearances().stream()
                            .map(it -> new Clearance(it.gate(), it.department(), it.by(), it.at()))
                            .toList(),
                    claim.missing().stream().map(ClaimGate::clears).toList(),
                    word(claim.standing()),
                    claim.standing() instanceof Standing.Superseded(String by, var _) ? by : null,
                    reason(claim.standing()));
        }

        private static String word(Standing standing) {
            return switch (standing) {
                case Standing.Live _ -> "live";
                case Standing.Contested _ -> "contested";
                case Standing.Settled _ -> "settled";
                case Standing.Superseded _ -> "superseded";
                case Standing.Withdrawn _ -> "withdrawn";
                case Standing.Overtaken _ -> "overtaken";
            };
        }

        private static @Nullable String reason(Standing standing) {
            return switch (standing) {
                case Standing.Superseded(var _, String reason) -> reason;
                case Standing.Withdrawn(String reason, var _) -> reason;
                case Standing.Live _, Standing.Contested _, Standing.Settled _, Standing.Overtaken _ -> null;
            };
        }
    }

    record Clearance(String gate, DepartmentCode department, String by, Instant clearedAt) {}

    /** @param claimId what they are to know; absent where that was not noted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unheard(
            String key,
            List<DepartmentCode> departments,
            Instant until,
            @Nullable String claimId) {}

    static Claims claims(CaseView<ResolutionState> view) {
        return ResolutionRules.caseOf(view.state()).assurances().claims();
    }

    /** All of them. */
    static ClaimsView of(CaseView<ResolutionState> view) {
        return of(view, Claims.MOST, "");
    }

    /** A page, from the newest claim to the oldest; {@code after} is the last of the page before, blank for the first. */
    static ClaimsView of(CaseView<ResolutionState> view, int limit, String after) {
        Claims claims = claims(view);
        List<StatedClaim> older = claims.ledger().reversed().stream()
                .filter(it -> after.isBlank() || number(it.claimId()) < number(after))
                .toList();
        List<StatedClaim> page = older.stream().limit(limit).toList();
        return new ClaimsView(
                view.id(),
                lines(page.reversed().stream().filter(StatedClaim::live).toList()),
                lines(page.reversed().stream()
                        .filter(it -> it.standing() instanceof Standing.Contested)
                        .toList()),
                lines(page.stream()
                        .filter(it -> !it.live() && !(it.standing() instanceof Standing.Contested))
                        .toList()),
                claims.hearings().stream()
                        .map(it -> new Unheard(
                                it.key(),
                                it.awaiting(),
                                it.until(),
                                claims.toHear(it).orElse(null)))
                        .toList(),
                older.size() > limit ? page.getLast().claimId() : null);
    }

    private static int number(String claimId) {
        return Integer.parseInt(claimId.substring(1));
    }

    private static List<Line> lines(List<StatedClaim> claims) {
        return claims.stream().map(Line::of).toList();
    }
}
