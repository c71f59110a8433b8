package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Remedy;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Executing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the customer is offered: first the departments' ideas, else what the company has declared. */
final class ProposeSolutions {
    static final int MOST_OPTIONS = 6;

    private final OptionCatalogue catalogue;
    private final DeclaredOptions declared;
    private final ProposalTerms terms;

    ProposeSolutions(OptionCatalogue catalogue, ProposalTerms terms) {
        this.catalogue = catalogue;
        this.declared = new DeclaredOptions(catalogue);
        this.terms = terms;
    }

    /**
     * The proposal, once every required answer is in.
     *
     * @param earlier what had been proposed before the diagnosis was revised: what is still possible of it comes last
     */
    SolutionsProposed first(Background background, List<Answer> answers, @Nullable Earlier earlier, Instant now) {
        List<OptionDraft> ideas = withStillPossible(ideas(answers), earlier);
        String proposalId = "p" + (earlier == null ? 1 : earlier.round() + 1);
        boolean nobodyCanHelp = answers.stream().noneMatch(Answer::done);
        if (!ideas.isEmpty()) {
            return proposal(background, proposalId, ideas, null, now);
        }
        return proposal(
                background,
                proposalId,
                nobodyCanHelp
                        ? declared.clarification(background)
                        : declared.orClarification(background, Earlier.kindsOf(earlier)),
                null,
                now);
    }

    /** What is left after the chosen option has failed, never silently something else (R114). */
    SolutionsProposed instead(Executing failed, Instant now) {
        Background background = failed.background();
        List<String> failedKinds = withFailed(failed);
        List<OptionDraft> left = failed.proposal().options().stream()
                .filter(option -> !option.optionId().equals(failed.chosen().optionId()))
                .map(OptionDraft::again)
                .toList();
        List<OptionDraft> possible = left.isEmpty() ? declared.orClarification(background, failedKinds) : left;
        List<Remedy> kept = Kept.of(failed);
        String disclosure = catalogue.couldNotBeDone().about(failed.chosen().title(), background.language())
                + (kept.isEmpty()
                        ? ""
                        : " " + catalogue.kept().in(background.language()).replace("{what}", Kept.inWords(kept)));
        return proposal(
                background,
                "p" + (round(failed.proposal().proposalId()) + 1),
                new ComparedWithChosen(failed.chosen(), kept, catalogue.worse(), background.language())
                        .bestFirst(possible),
                disclosure,
                now);
    }

    /**
     * What departments have thought of in place of what cannot be done as it was promised. What was chosen comes last,
     * under the steps that are carried out meanwhile: who chooses it, or nothing, keeps it.
     *
     * @param changed how it will be otherwise than it was promised
     */
    SolutionsProposed alternatives(
            Executing promised,
            List<OptionIdea> ideas,
            GoingOn.Changed changed,
            DepartmentCode department,
            Instant now) {
        Background background = promised.background();
        String goesOn = catalogue
                .goesOn()
                .in(background.language())
                .replace("{title}", promised.chosen().title());
        SolutionsProposed others = proposal(
                background,
                "p" + (round(promised.proposal().proposalId()) + 1),
                ideas.stream()
                        .limit(MOST_OPTIONS - 1L)
                        .map(idea -> OptionDraft.of(idea, department))
                        .toList(),
                goesOn,
                now);
        List<Option> options = new ArrayList<>(others.options());
        String kept = "o" + (options.size() + 1);
        options.add(goingOn(promised.chosen(), kept, changed.days()));
        return new SolutionsProposed(
                others.caseId(),
                others.proposalId(),
                options,
                null,
                goesOn,
                now,
                others.validUntil(),
                null,
                null,
                new GoesOn(kept, changed.touched()));
    }

    /** The same steps under the same ids, at another place. */
    private static Option goingOn(Option option, String optionId, int days) {
        return new Option(
                optionId,
                option.kind(),
                option.title(),
                option.cost(),
                days,
                option.disadvantage(),
                option.steps(),
                option.consequence(),
                option.reserves());
    }

    /** The same proposal with these of its options only. */
    static SolutionsProposed ofOnly(SolutionsProposed before, List<Option> left) {
        return new SolutionsProposed(
                before.caseId(),
                before.proposalId(),
                left,
                before.singleOptionReason(),
                before.disclosure(),
                before.proposedAt(),
                before.validUntil(),
                before.limitsVersion(),
                before.flexibility(),
                before.goesOn());
    }

    /** The same options as another proposal. */
    static SolutionsProposed renumbered(SolutionsProposed before, String proposalId) {
        return new SolutionsProposed(
                before.caseId(),
                proposalId,
                before.options(),
                before.singleOptionReason(),
                before.disclosure(),
                before.proposedAt(),
                before.validUntil(),
                before.limitsVersion(),
                before.flexibility(),
                before.goesOn());
    }

    /** The same options under the same ids, as long as any other proposal. */
    SolutionsProposed again(SolutionsProposed before, Instant now) {
        return new SolutionsProposed(
                before.caseId(),
                before.proposalId(),
                before.options(),
                before.singleOptionReason(),
                before.disclosure(),
                now,
                now.plus(terms.offerValidity()),
                before.limitsVersion(),
                before.flexibility(),
                before.goesOn());
    }

    /**
     * What is left without one option, under the same option ids; where nothing is left, somebody explains.
     *
     * @param seen whether the customer has seen it: then it is another proposal and says openly what it lacks
     * @param running what is carried out meanwhile, whose steps stay what they are; absent where nothing is
     */
    SolutionsProposed without(
            Background background,
            SolutionsProposed before,
            String optionId,
            boolean seen,
            Instant now,
            @Nullable Executing running) {
        String proposalId = seen ? "p" + (round(before.proposalId()) + 1) : before.proposalId();
        List<Option> left = before.options().stream()
                .filter(option -> !option.optionId().equals(optionId))
                .map(option -> running != null && running.isSameAs(option)
                        ? option
                        : OptionDraft.again(option).placed(proposalId, number(option)))
                .toList();
        List<Option> options = left.isEmpty()
                ? List.of(declared.clarification(background).getFirst().placed(proposalId, highest(before) + 1))
                : left;
        String title = before.options().stream()
                .filter(option -> option.optionId().equals(optionId))
                .map(Option::title)
                .findFirst()
                .orElse("");
        String gone = catalogue.noLongerThere().about(title, background.language());
        return new SolutionsProposed(
                before.caseId(),
                proposalId,
                options,
                options.size() == 1 ? catalogue.onlyOption().in(background.language()) : null,
                seen ? gone : before.disclosure(),
                now,
                now.plus(terms.offerValidity()),
                before.limitsVersion(),
                before.flexibility(),
                seen ? GoingOn.saidBefore(before.goesOn()) : before.goesOn());
    }

    /** The last number of an option in a proposal. */
    static int highest(SolutionsProposed proposal) {
        return proposal.options().stream()
                .mapToInt(ProposeSolutions::number)
                .max()
                .orElse(0);
    }

    private static int number(Option option) {
        return Integer.parseInt(option.optionId().substring(1));
    }

    /** How many proposals a case has had up to this one. */
    static int round(String proposalId) {
        return Integer.parseInt(proposalId.substring(1));
    }

    private static List<OptionDraft> withStillPossible(List<OptionDraft> ideas, @Nullable Earlier earlier) {
        if (earlier == null) {
            return ideas;
        }
        Set<String> kinds = ideas.stream().map(OptionDraft::kind).collect(Collectors.toSet());
        return Stream.concat(
                        ideas.stream(),
                        earlier.options().stream()
                                .filter(option -> !kinds.contains(option.kind()))
                                .map(OptionDraft::again))
                .limit(MOST_OPTIONS)
                .toList();
    }

    /** The kinds that have failed, the present one included. */
    static List<String> withFailed(Executing failed) {
        return Earlier.withKindsOf(failed.failedKinds(), List.of(failed.chosen()));
    }

    /** Ideas for a solution before those that came with information; of a kind only the first (R105). */
    private static List<OptionDraft> ideas(List<Answer> answers) {
        Set<String> kinds = new HashSet<>();
        List<OptionDraft> drafts = new ArrayList<>();
        answers.stream()
                .sorted(Comparator.comparing(answer -> answer.kind() != RequestKind.SOLUTION))
                .forEach(answer -> {
                    for (OptionIdea idea : answer.ideas()) {
                        if (kinds.add(OptionKinds.canonical(idea.kind()))) {
                            drafts.add(OptionDraft.of(idea, answer.department()));
                        }
                    }
                });
        return drafts.stream().limit(MOST_OPTIONS).toList();
    }

    private SolutionsProposed proposal(
            Background background,
            String proposalId,
            List<OptionDraft> drafts,
            @Nullable String disclosure,
            Instant now) {
        List<Option> options = IntStream.rangeClosed(1, drafts.size())
                .mapToObj(n -> drafts.get(n - 1).placed(proposalId, n))
                .toList();
        String onlyOption = options.size() == 1 ? catalogue.onlyOption().in(background.language()) : null;
        return new SolutionsProposed(
                background.caseId(), proposalId, options, onlyOption, disclosure, now, now.plus(terms.offerValidity()));
    }
}
