package io.redress.resolution.domain;

import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromisedLine;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A choice makes a promise: what the customer was shown, by the end of the days that the customer was shown. */
final class MakingPromises {
    private static final String ONE = "1";

    private final WorkingDays working;

    MakingPromises(WorkingDays working) {
        this.working = working;
    }

    /** What is to be done at once is promised for the end of the next working day. */
    PromiseMade of(Option option, OptionChosen chosen, @Nullable Instant wish) {
        Instant now = chosen.chosenAt();
        return new PromiseMade(
                chosen.caseId(),
                chosen.caseId() + "-" + chosen.proposalId(),
                option.optionId(),
                option.title(),
                working.after(now, Math.max(1, option.days())),
                now,
                option.steps().stream().map(step -> line(step, option)).toList(),
                option.reserves() == null
                        ? null
                        : Objects.requireNonNull(option.reserves()).stream()
                                .map(Reserve::resource)
                                .distinct()
                                .toList(),
                wish);
    }

    /** Where nobody has said how long the only step takes, it takes what the option takes. */
    private static PromisedLine line(Step step, Option option) {
        boolean only = option.steps().size() == 1;
        return new PromisedLine(
                step.stepId(),
                step.department(),
                step.action(),
                ONE,
                Objects.requireNonNullElse(step.after(), List.of()),
                Objects.requireNonNullElse(step.days(), only ? option.days() : 0));
    }
}
