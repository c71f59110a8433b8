package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Flexibility;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal says what is unfavourable about its options, under which limits it was made and how far it can be bargained
 * over (R107, R109); a choice says what was seen (R106).
 */
final class CompletingProposals implements Following {
    private final OptionCatalogue catalogue;
    private final ProposalTerms terms;
    private final ValueLimits limits;

    CompletingProposals(OptionCatalogue catalogue, ProposalTerms terms, ValueLimits limits) {
        this.catalogue = catalogue;
        this.terms = terms;
        this.limits = limits;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided instanceof Decision.Accepted<ResolutionFact>(var facts)
                ? Decision.accept(
                        facts.stream().map(fact -> completed(before, fact)).toList())
                : decided;
    }

    private ResolutionFact completed(ResolutionCase before, ResolutionFact fact) {
        return switch (fact) {
            case Published(SolutionsProposed proposal) -> new Published(completed(before, proposal));
            case DraftChanged(var draft) -> new DraftChanged(completed(before, draft));
            case Published(OptionChosen choice) -> new Published(seen(before, choice));
            default -> fact;
        };
    }

    private SolutionsProposed completed(ResolutionCase before, SolutionsProposed proposal) {
        int left = isBesideChoice(before, proposal)
                ? 0
                : Math.max(0, terms.rounds() - before.assurances().clearances().rounds());
        String longer = catalogue.takesLonger().in(language(before));
        int shortest = proposal.options().stream().mapToInt(Option::days).min().orElse(0);
        return new SolutionsProposed(
                proposal.caseId(),
                proposal.proposalId(),
                proposal.options().stream()
                        .map(option -> marked(option, shortest, longer))
                        .toList(),
                proposal.singleOptionReason(),
                proposal.disclosure(),
                proposal.proposedAt(),
                proposal.validUntil(),
                limits.at(proposal.proposedAt())
                        .map(ValueLimits.Edition::version)
                        .orElse(null),
                new Flexibility(left, left == 0 ? List.of() : List.of(Dimension.values())),
                proposal.goesOn());
    }

    /** What is offered in place of what is carried out is taken or left. */
    private static boolean isBesideChoice(ResolutionCase before, SolutionsProposed proposal) {
        return before.progress()
                .carriedOut()
                .filter(it -> proposal.options().stream().anyMatch(it::isSameAs))
                .isPresent();
    }

    /** Our own sentence goes where it is not true any more: an option may be offered again beside others. */
    private static Option marked(Option option, int shortest, String longer) {
        String named = Objects.requireNonNullElse(option.disadvantage(), "");
        String others = named.replace(longer, " ").strip().replaceAll(" {2,}", " ");
        return with(option, !others.isEmpty() ? others : option.days() > shortest ? longer : null);
    }

    static Option with(Option option, @Nullable String disadvantage) {
        return new Option(
                option.optionId(),
                option.kind(),
                option.title(),
                option.cost(),
                option.days(),
                disadvantage,
                option.steps(),
                option.consequence(),
                option.reserves());
    }

    private static OptionChosen seen(ResolutionCase before, OptionChosen choice) {
        return Clearing.draftOf(before) instanceof Proposed proposed
                ? new OptionChosen(
                        choice.caseId(),
                        choice.proposalId(),
                        choice.optionId(),
                        choice.title(),
                        choice.by(),
                        choice.chosenAt(),
                        OptionDigest.of(proposed.proposal().options()),
                        choice.goesOn(),
                        choice.dueAt(),
                        choice.kept())
                : choice;
    }

    private static String language(ResolutionCase before) {
        return Optional.ofNullable(before.background())
                .map(Background::language)
                .orElse("en");
    }
}
