package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An option before it has its place, and so its ids, in a proposal. */
record OptionDraft(
        String kind,
        String title,
        @Nullable Money cost,
        int days,
        @Nullable String disadvantage,
        List<Action> actions) {

    /** What one department is to do. */
    record Action(DepartmentCode department, String words) {}

    /** The department that had the idea carries it out. */
    static OptionDraft of(OptionIdea idea, DepartmentCode department) {
        return new OptionDraft(
                idea.kind(),
                idea.title(),
                idea.cost(),
                idea.days(),
                idea.disadvantage(),
                List.of(new Action(department, idea.title())));
    }

    static OptionDraft of(CatalogueOption declared, Background background) {
        String title = declared.title().in(background.language());
        String disadvantage = Optional.ofNullable(declared.disadvantage())
                .map(phrase -> phrase.in(background.language()))
                .orElse(null);
        DepartmentCode department = Optional.ofNullable(declared.by()).orElseGet(background::leadOrFrontDesk);
        return new OptionDraft(
                declared.kind(), title, null, declared.days(), disadvantage, List.of(new Action(department, title)));
    }

    /** An option of an earlier proposal, offered again. */
    static OptionDraft again(Option option) {
        List<Action> actions = option.steps().stream()
                .map(step -> new Action(step.department(), step.action()))
                .toList();
        return new OptionDraft(
                option.kind(), option.title(), option.cost(), option.days(), option.disadvantage(), actions);
    }

    /**
     * With its ids.
     *
     * @param number its place in the proposal, from 1
     */
    Option placed(String proposalId, int number) {
        String optionId = "o" + number;
        List<Step> steps = IntStream.rangeClosed(1, actions.size())
                .mapToObj(n -> step(proposalId + "-" + optionId + "-s" + n, actions.get(n - 1)))
                .toList();
        return new Option(optionId, kind, title, cost, days, disadvantage, steps);
    }

    private static Step step(String stepId, Action action) {
        return new Step(stepId, action.department(), action.words());
    }
}
