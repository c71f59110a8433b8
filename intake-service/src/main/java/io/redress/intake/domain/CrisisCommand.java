package io.redress.intake.domain;

import java.time.Instant;

/** What intake hears of a crisis of the whole organisation. */
public sealed interface CrisisCommand extends IntakeCommand {

    /** It has begun. */
    record BeginCrisis(Instant declaredAt) implements CrisisCommand {}

    /** It is over. */
    record EndCrisis() implements CrisisCommand {}
}
