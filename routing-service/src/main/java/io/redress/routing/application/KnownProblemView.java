package io.redress.routing.application;

import io.redress.contracts.Claim;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnownProblem;
import io.redress.contracts.KnownProblem.Identified;
import io.redress.contracts.OptionIdea;
import io.redress.routing.domain.knowledge.CustomerGroup;
import io.redress.routing.domain.knowledge.RecordedProblem;
import io.redress.routing.domain.knowledge.RecordedProblem.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A known problem as people see it.
 *
 * @param words by language, phrases that customers say about it
 * @param status {@code open} or {@code ended}
 */
public record KnownProblemView(
        String problemId,
        String status,
        String title,
        DepartmentCode department,
        List<String> natures,
        @Nullable Identified product,
        @Nullable Identified lot,
        @Nullable GroupView customerGroup,
        Map<String, List<String>> words,
        List<String> seenIn,
        String findings,
        List<Claim> claims,
        List<OptionIdea> options,
        Instant validFrom,
        @Nullable Instant validUntil,
        String by,
        Instant recordedAt,
        Instant changedAt,
        @Nullable Ending ended) {

    /**
     * Whom it concerns.
     *
     * @param customers how many are named
     * @param references which; only for those who answer for all customers and for the problem's own department
     */
    public record GroupView(
            @Nullable String name,
            Customer.@Nullable Tier tier,
            int customers,
            @Nullable List<String> references) {

        private static @Nullable GroupView of(@Nullable CustomerGroup group, boolean withReferences) {
            return group == null
                    ? null
                    : new GroupView(
                            group.name(),
                            group.tier(),
                            group.references().size(),
                            withReferences ? group.references() : null);
        }
    }

    /** @param withReferences whether the customers are named */
    public static KnownProblemView of(RecordedProblem recorded, boolean withReferences) {
        KnownProblem problem = recorded.problem();
        return new KnownProblemView(
                recorded.id(),
                recorded.isOpen() ? "open" : "ended",
                problem.title(),
                problem.department(),
                problem.natures(),
                problem.product(),
                problem.lot(),
                GroupView.of(recorded.customers(), withReferences),
                recorded.phrases(),
                problem.seenIn(),
                problem.findings(),
                problem.claims(),
                problem.options(),
                problem.validFrom(),
                problem.validUntil(),
                recorded.by(),
                recorded.recordedAt(),
                recorded.changedAt(),
                recorded.ending());
    }
}
