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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One case per complaint (rule 1), answered at once (rule 4), and one voice for all that follows. */
public final class IntakeDecider implements Decider<IntakeState, IntakeCommand, IntakeFact> {
    private final Filing filing;
    private final Hearing hearing;
    private final Waiting waiting;
    private final KinshipRules kinship;

    public IntakeDecider(Voice voice, Promises promises) {
        Messages messages = new Messages(voice);
        filing = new Filing(messages, promises);
        hearing = new Hearing(messages, promises);
        waiting = new Waiting(messages, promises);
        kinship = new KinshipRules(filing, messages);
    }

    @Override
    public IntakeState initialState() {
        return new Unfiled();
    }

    @Override
    public Decision<IntakeFact> decide(IntakeState state, IntakeCommand command, Instant now) {
        return KinshipRules.silentWhereMerged(state, decideAlone(state, command, now));
    }

    private Decision<IntakeFact> decideAlone(IntakeState state, IntakeCommand command, Instant now) {
        return switch (command) {
            case KinshipCommand kin -> kinship.decide(state, kin, now);
            case FileComplaint file -> filing.file(state, file, now);
            case Hear hear -> onceFiled(state, filed -> hearing.hear(filed, hear, now));
            case DeadlineReached _ -> onceFiled(state, filed -> waiting.update(filed, now));
        };
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeFact fact) {
        return switch (fact) {
            case Published _ -> state;
            case KinshipFact.KinshipChanged(var kin) -> ifFiled(state, filed -> filed.with(kin));
            case ComplaintFiled(var complaint, var diagnosis, var progress) -> Filed.of(complaint, diagnosis, progress);
            case MovedOn(var progress) -> ifFiled(state, filed -> filed.with(progress));
        };
    }

    /** When something must be done by itself: the customer must hear from us. */
    public static Optional<Instant> nextDue(Filed filed) {
        return Waiting.nextDue(filed);
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
