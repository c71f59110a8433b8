package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Flexibility;
import io.redress.contracts.Money;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Unfavourable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed, chosen and done, as a caller reads it.
 *
 * @param awaiting what a proposal still waits for: requests that are to be answered, clearances, reservations; absent
 *     where none is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResolutionView(
        String caseId,
        String state,
        @Nullable Proposal proposal,
        @Nullable Choice chosen,
        List<StepLine> steps,
        @Nullable Closing closed,
        @Nullable List<String> awaiting,
        @Nullable List<ReservedLine> reserved,
        Map<String, Long> asOf) {

    record Proposal(
            String proposalId,
            List<OptionLine> options,
            @Nullable String singleOptionReason,
            @Nullable String disclosure,
            Instant validUntil,
            @Nullable String limitsVersion,
            @Nullable Flexibility flexibility) {
        static @Nullable Proposal seen(@Nullable SolutionsProposed proposed) {
            return proposed == null ? null : of(proposed);
        }

        static Proposal of(SolutionsProposed proposed) {
            return new Proposal(
                    proposed.proposalId(),
                    OptionLine.of(proposed.options()),
                    proposed.singleOptionReason(),
                    proposed.disclosure(),
                    proposed.validUntil(),
                    proposed.limitsVersion(),
                    proposed.flexibility());
        }
    }

    record OptionLine(
            String optionId,
            String kind,
            String title,
            @Nullable Money cost,
            int days,
            @Nullable String disadvantage,
            @Nullable String consequence,
            List<String> unfavourable,
            @Nullable List<Reserve> reserves) {
        static List<OptionLine> of(List<Option> options) {
            return options.stream()
                    .map(option -> new OptionLine(
                            option.optionId(),
                            option.kind(),
                            option.title(),
                            option.cost(),
                            option.days(),
                            option.disadvantage(),
                            option.consequence(),
                            Unfavourable.in(option, options),
                            option.reserves()))
                    .toList();
        }
    }

    record Choice(
            String optionId,
            String title,
            String by,
            Instant chosenAt,
            @Nullable String optionsDigest) {
        static @Nullable Choice of(@Nullable OptionChosen made) {
            return made == null
                    ? null
                    : new Choice(made.optionId(), made.title(), made.by(), made.chosenAt(), made.optionsDigest());
        }
    }

    record StepLine(String stepId, DepartmentCode department, String action, String state) {
        static List<StepLine> of(List<Step> steps, Set<String> open, Set<String> running) {
            return steps.stream()
                    .map(step -> new StepLine(
                            step.stepId(), step.department(), step.action(), word(step.stepId(), open, running)))
                    .toList();
        }

        private static String word(String stepId, Set<String> open, Set<String> running) {
            if (running.contains(stepId)) {
                return "started";
            }
            return open.contains(stepId) ? "pending" : "completed";
        }
    }

    record Closing(
            CaseClosed.Reason reason,
            @Nullable Boolean satisfied,
            @Nullable String words,
            Instant closedAt) {
        static Closing of(CaseClosed closed) {
            return new Closing(closed.reason(), closed.satisfied(), closed.words(), closed.closedAt());
        }
    }

    /** The word for a state, as the documents list them. */
    static String word(Progress state) {
        return switch (state) {
            case Gathering _ -> "gathering";
            case Listening _ -> "listening";
            case Drafted _ -> "drafted";
            case Proposed _ -> "proposed";
            case Executing _ -> "chosen";
            case Executed _ -> "executed";
            case Paused _ -> "paused";
            case Closed _ -> "closed";
        };
    }

    static ResolutionView of(CaseView<ResolutionState> view) {
        return of(view, ResolutionRules.caseOf(view.state()).progress());
    }

    private static ResolutionView of(CaseView<ResolutionState> view, Progress state) {
        return switch (state) {
            case Paused(Progress beneath) -> of(view, beneath);
            case Gathering _, Listening _, Drafted _ -> view(view, null, null, List.of(), null);
            case Proposed proposed -> view(view, Proposal.of(proposed.proposal()), null, List.of(), null);
            case Executing executing ->
                view(
                        view,
                        Proposal.of(executing.proposal()),
                        executing.choice(),
                        StepLine.of(executing.chosen().steps(), executing.open(), executing.running()),
                        null);
            case Executed executed ->
                view(
                        view,
                        Proposal.seen(executed.proposal()),
                        executed.choice(),
                        StepLine.of(executed.steps(), Set.of(), Set.of()),
                        null);
            case Closed closed ->
                view(
                        view,
                        Proposal.seen(closed.proposal()),
                        closed.choice(),
                        StepLine.of(closed.steps(), Set.of(), Set.of()),
                        Closing.of(closed.closed()));
        };
    }

    private static ResolutionView view(
            CaseView<ResolutionState> view,
            @Nullable Proposal proposal,
            @Nullable OptionChosen choice,
            List<StepLine> steps,
            @Nullable Closing closed) {
        return new ResolutionView(
                view.id(),
                word(ResolutionRules.caseOf(view.state()).progress()),
                proposal,
                Choice.of(choice),
                steps,
                closed,
                Awaiting.of(ResolutionRules.caseOf(view.state()).progress()),
                ReservedLine.of(view),
                asOf(view));
    }

    private static Map<String, Long> asOf(CaseView<ResolutionState> view) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(ResolutionDefinition.STREAM, view.sequences().getOrDefault(ResolutionDefinition.STREAM, 0L));
        return asOf;
    }
}
