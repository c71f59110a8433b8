package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the company offers of itself, as far as it has not failed before. */
final class DeclaredOptions {
    private final OptionCatalogue catalogue;

    DeclaredOptions(OptionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the company has declared of other kinds than those; where nothing is left, somebody explains. */
    List<OptionDraft> orClarification(Background background, List<String> failedKinds) {
        List<OptionDraft> drafts = fitting(background, failedKinds)
                .limit(ProposeSolutions.MOST_OPTIONS)
                .toList();
        return drafts.isEmpty() ? clarification(background) : drafts;
    }

    private Stream<OptionDraft> fitting(Background background, List<String> failedKinds) {
        Set<String> failed = failedKinds.stream().map(OptionKinds::canonical).collect(Collectors.toSet());
        return catalogue.optionsFor(background.nature()).stream()
                .map(option -> OptionDraft.of(option, background))
                .filter(draft -> !failed.contains(draft.kind()));
    }

    /** What is always possible. */
    List<OptionDraft> clarification(Background background) {
        CatalogueOption clarification = catalogue.clarification();
        return List.of(OptionDraft.of(clarification, background));
    }

    /**
     * Whether there is only one way, which somebody has thought of: where nobody can do more than explain, the company does
     * not promise more.
     */
    boolean isOneWay(Background background, SolutionsProposed proposal) {
        CatalogueOption clarification = catalogue.clarification();
        String explaining = OptionKinds.canonical(clarification.kind());
        String explained = clarification.title().in(background.language());
        return proposal.options().stream().map(Option::kind).distinct().count() == 1
                && proposal.options().size() < ProposeSolutions.MOST_OPTIONS
                && proposal.options().stream()
                        .noneMatch(
                                it -> it.kind().equals(explaining) && it.title().equals(explained));
    }

    /** The same proposal with a way of another kind that the company has declared: one for each that fits. */
    Stream<SolutionsProposed> withAnotherWay(Background background, SolutionsProposed proposal, Progress progress) {
        List<String> not = Earlier.withKindsOf(failedKinds(progress), proposal.options());
        return fitting(background, not)
                .map(draft -> progress instanceof Executing failed ? compared(failed, draft) : draft)
                .map(draft -> new SolutionsProposed(
                        proposal.caseId(),
                        proposal.proposalId(),
                        Stream.concat(
                                        proposal.options().stream(),
                                        Stream.of(draft.placed(
                                                proposal.proposalId(), ProposeSolutions.highest(proposal) + 1)))
                                .toList(),
                        null,
                        proposal.disclosure(),
                        proposal.proposedAt(),
                        proposal.validUntil(),
                        proposal.limitsVersion(),
                        proposal.flexibility(),
                        proposal.goesOn()));
    }

    private OptionDraft compared(Executing failed, OptionDraft draft) {
        return new ComparedWithChosen(
                        failed.chosen(),
                        Kept.of(failed),
                        catalogue.worse(),
                        failed.background().language())
                .bestFirst(List.of(draft))
                .getFirst();
    }

    /** The kinds that have failed so far, as far as the case has come. */
    private static List<String> failedKinds(Progress progress) {
        return switch (progress) {
            case Gathering gathering -> Earlier.kindsOf(gathering.earlier());
            case Drafted drafted -> drafted.failedKinds();
            case Proposed proposed -> proposed.failedKinds();
            case Executing executing -> ProposeSolutions.withFailed(executing);
            case Paused(Progress beneath) -> failedKinds(beneath);
            case Listening _, Executed _, Closed _ -> List.of();
        };
    }
}
