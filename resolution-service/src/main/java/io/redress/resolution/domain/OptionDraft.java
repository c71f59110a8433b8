package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An option before it has its place, and so its ids, in a proposal. */
record OptionDraft(
        String kind,
        String title,
        @Nullable Money cost,
        int days,
        @Nullable String disadvantage,
        List<Action> actions,
        @Nullable String consequence,
        List<Reserve> reserves) {

    /**
     * What one department is to do.
     *
     * @param name its own within the option
     * @param after names of the actions that must be done before
     */
    record Action(
            String name,
            DepartmentCode department,
            String words,
            List<String> after,
            @Nullable String undo,
            @Nullable Integer days,
            @Nullable Remedy remedy) {
        Action(DepartmentCode department, String words) {
            this("s1", department, words, List.of(), null, null, null);
        }

        static Action of(PlannedStep step) {
            return new Action(
                    step.name(),
                    step.department(),
                    step.action(),
                    step.after(),
                    step.undo(),
                    step.days(),
                    step.remedy());
        }

        static Action again(Step step) {
            return new Action(
                    step.stepId(),
                    step.department(),
                    step.action(),
                    Objects.requireNonNullElse(step.after(), List.of()),
                    step.undo(),
                    step.days(),
                    step.remedy());
        }
    }

    /** The department that had the idea carries it out, unless it has planned otherwise. */
    static OptionDraft of(OptionIdea idea, DepartmentCode department) {
        return new OptionDraft(
                OptionKinds.canonical(idea.kind()),
                idea.title(),
                idea.cost(),
                idea.days(),
                idea.disadvantage(),
                actions(idea, department),
                idea.consequence(),
                Objects.requireNonNullElse(idea.reserves(), List.of()));
    }

    private static List<Action> actions(OptionIdea idea, DepartmentCode department) {
        List<PlannedStep> planned = Objects.requireNonNullElse(idea.steps(), List.of());
        return planned.isEmpty()
                ? List.of(new Action(department, idea.title()))
                : planned.stream().map(Action::of).toList();
    }

    static OptionDraft of(CatalogueOption declared, Background background) {
        String title = declared.title().in(background.language());
        String disadvantage = Optional.ofNullable(declared.disadvantage())
                .map(phrase -> phrase.in(background.language()))
                .orElse(null);
        DepartmentCode department = Optional.ofNullable(declared.by()).orElseGet(background::leadOrFrontDesk);
        return new OptionDraft(
                OptionKinds.canonical(declared.kind()),
                title,
                null,
                declared.days(),
                disadvantage,
                List.of(new Action(department, title)),
                null,
                List.of());
    }

    /** The same, with one more thing that is unfavourable about it; said once however often it is offered. */
    OptionDraft withDisadvantage(String more) {
        String before = disadvantage == null || disadvantage.isBlank() ? "" : disadvantage;
        String both = before.contains(more) ? before : (before + " " + more).strip();
        return new OptionDraft(kind, title, cost, days, both, actions, consequence, reserves);
    }

    /** An option of an earlier proposal, offered again. */
    static OptionDraft again(Option option) {
        List<Action> actions = option.steps().stream().map(Action::again).toList();
        return new OptionDraft(
                option.kind(),
                option.title(),
                option.cost(),
                option.days(),
                option.disadvantage(),
                actions,
                option.consequence(),
                Objects.requireNonNullElse(option.reserves(), List.of()));
    }

    /**
     * With its ids.
     *
     * @param number its place in the proposal, from 1
     */
    Option placed(String proposalId, int number) {
        String optionId = "o" + number;
        Map<String, String> ids = new HashMap<>();
        for (int n = 1; n <= actions.size(); n++) {
            ids.put(actions.get(n - 1).name(), proposalId + "-" + optionId + "-s" + n);
        }
        List<Step> steps = actions.stream().map(action -> step(action, ids)).toList();
        return new Option(
                optionId,
                kind,
                title,
                cost,
                days,
                disadvantage,
                steps,
                consequence,
                reserves.isEmpty() ? null : reserves);
    }

    /** What an action comes after is named by ids from here on; a name that no action has is nothing to wait for. */
    private static Step step(Action action, Map<String, String> ids) {
        List<String> after = action.after().stream()
                .map(ids::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new Step(
                Objects.requireNonNull(ids.get(action.name())),
                action.department(),
                action.words(),
                after.isEmpty() ? null : after,
                action.undo(),
                action.days(),
                action.remedy());
    }
}
