package io.redress.intake.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Unfiled;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One case per complaint (rule 1), answered at once (rule 4), and one voice for all that follows. */
public final class IntakeDecider implements Decider<IntakeState, IntakeCommand, IntakeFact> {
    private final Filing filing;
    private final Hearing hearing;
    private final Waiting waiting;
    private final Conversing conversing;

    /** With ears that understand nothing further; for rules that are about something else. */
    public IntakeDecider(Voice voice, Promises promises) {
        this(voice, promises, Attention.none());
    }

    public IntakeDecider(Voice voice, Promises promises, Attention attention) {
        Messages messages = new Messages(voice);
        conversing = new Conversing(attention, messages, promises);
        filing = new Filing(messages, promises, attention, conversing.clarifying());
        hearing = new Hearing(messages, promises);
        waiting = new Waiting(messages, promises);
    }

    @Override
    public IntakeState initialState() {
        return new Unfiled();
    }

    @Override
    public Decision<IntakeFact> decide(IntakeState state, IntakeCommand command, Instant now) {
        return switch (command) {
            case FileComplaint file -> filing.file(state, file, now);
            case Hear hear -> onceFiled(state, filed -> hearing.hear(filed, hear, now));
            case ConversationCommand said -> onceFiled(state, filed -> conversing.decide(filed, said, now));
            case DeadlineReached _ -> onceFiled(state, filed -> whenDue(filed, now));
        };
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeFact fact) {
        return switch (fact) {
            case Published(var event) -> ifFiled(state, filed -> Conversing.after(filed, event));
            case ConversationFact said -> ifFiled(state, filed -> Conversing.after(filed, said));
            case ComplaintFiled(var complaint, var diagnosis, var progress) -> Filed.of(complaint, diagnosis, progress);
            case MovedOn(var progress) -> ifFiled(state, filed -> filed.with(progress));
        };
    }

    /** One rule at a time; what else is due comes right after it. */
    private Decision<IntakeFact> whenDue(Filed filed, Instant now) {
        Decision<IntakeFact> said = conversing.whenDue(filed, now);
        return said instanceof Decision.Accepted<IntakeFact>(var facts) && facts.isEmpty()
                ? waiting.update(filed, now)
                : said;
    }

    /** When something must be done by itself: the customer must hear from us, or we have waited long enough. */
    public static Optional<Instant> nextDue(Filed filed) {
        return Stream.of(Waiting.nextDue(filed), Conversing.nextDue(filed))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Decision<IntakeFact> onceFiled(IntakeState state, Function<Filed, Decision<IntakeFact>> rule) {
        return switch (state) {
            case Unfiled _ -> Decision.nothing();
            case Filed filed -> rule.apply(filed);
        };
    }

    private static IntakeState ifFiled(IntakeState state, UnaryOperator<Filed> change) {
        return switch (state) {
            case Unfiled unfiled -> unfiled;
            case Filed filed -> change.apply(filed);
        };
    }
}
