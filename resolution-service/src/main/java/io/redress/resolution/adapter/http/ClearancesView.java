package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Clearance;
import io.redress.resolution.domain.Clearances;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.Unfavourable;
import io.redress.resolution.domain.ValueLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which gates a proposal passes, as those who work on the case read it; a customer never does.
 *
 * @param limitsVersion the value limits that it was measured by; absent where none was in force
 * @param rounds how often the customer has countered or declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClearancesView(
        String caseId,
        @Nullable String proposalId,
        @Nullable String limitsVersion,
        List<Line> clearances,
        List<Offered> options,
        int rounds) {

    /** One gate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String clearanceId,
            String proposalId,
            String gate,
            DepartmentCode department,
            String reason,
            List<String> optionIds,
            Instant requestedAt,
            String state,
            @Nullable Decision decision) {
        static Line of(Clearance it) {
            return new Line(
                    it.clearanceId(),
                    it.proposalId(),
                    it.gate(),
                    it.department(),
                    it.reason(),
                    it.optionIds(),
                    it.requestedAt(),
                    word(it.word()),
                    Decision.of(it.word()));
        }

        private static String word(Clearance.@Nullable Word word) {
            if (word == null) {
                return "open";
            }
            return word.given() ? "given" : "refused";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(String by, @Nullable String reason, Instant decidedAt) {
        static @Nullable Decision of(Clearance.@Nullable Word word) {
            return word == null ? null : new Decision(word.by(), word.reason(), word.at());
        }
    }

    /**
     * What is to be cleared.
     *
     * @param ideaOf absent for what the company has declared
     * @param limits what needs nobody's agreement, once per currency
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offered(
            String optionId,
            String kind,
            String title,
            @Nullable Money cost,
            int days,
            @Nullable String disadvantage,
            @Nullable String consequence,
            List<String> unfavourable,
            @Nullable DepartmentCode ideaOf,
            @Nullable String proposedBy,
            List<Money> limits) {}

    static ClearancesView of(String caseId, ResolutionCase known, ValueLimits limits) {
        return of(caseId, known, limits, _ -> true);
    }

    /** Only what this department is to clear. */
    static ClearancesView openFor(String caseId, ResolutionCase known, ValueLimits limits, DepartmentCode department) {
        return of(caseId, known, limits, it -> it.isOpen() && it.department().equals(department));
    }

    private static ClearancesView of(
            String caseId, ResolutionCase known, ValueLimits limits, Predicate<Clearance> wanted) {
        Clearances clearances = known.assurances().clearances();
        Optional<SolutionsProposed> proposal = proposal(known.progress());
        List<Option> options = proposal.map(SolutionsProposed::options).orElse(List.of());
        String version = proposal.map(SolutionsProposed::limitsVersion).orElse(null);
        return new ClearancesView(
                caseId,
                proposal.map(SolutionsProposed::proposalId).orElse(null),
                version,
                clearances.asked().stream().filter(wanted).map(Line::of).toList(),
                options.stream()
                        .map(option -> offered(option, options, known, limits.edition(version)))
                        .toList(),
                clearances.rounds());
    }

    private static Offered offered(
            Option option, List<Option> all, ResolutionCase known, Optional<ValueLimits.Edition> edition) {
        Clearances clearances = known.assurances().clearances();
        DepartmentCode ideaOf = clearances.ideaOf(option).orElse(null);
        String ideaBy = clearances
                .originsOf(option)
                .flatMap(it -> Stream.ofNullable(it.by()))
                .findFirst()
                .orElse(null);
        return new Offered(
                option.optionId(),
                option.kind(),
                option.title(),
                option.cost(),
                option.days(),
                option.disadvantage(),
                option.consequence(),
                Unfavourable.in(option, all),
                ideaOf,
                ideaBy,
                clearances.limitsFor(ideaOf, edition));
    }

    private static Optional<SolutionsProposed> proposal(Progress state) {
        return switch (state) {
            case Paused(Progress beneath) -> proposal(beneath);
            case Drafted drafted -> Optional.of(drafted.draft());
            case Proposed proposed -> Optional.of(proposed.proposal());
            case Executing executing -> Optional.of(executing.proposal());
            default -> Optional.empty();
        };
    }
}
