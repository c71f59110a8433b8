package io.redress.intake.domain;

import io.redress.intake.domain.drills.Drill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens in a drill. None of it leaves intake. */
public sealed interface DrillFact extends IntakeFact {

    /** The customer has begun to speak. */
    record DrillStarted(Drill drill) implements DrillFact {}

    /** The consultant has answered, and the customer goes on, unless it was the last turn. */
    record CustomerAnswered(Drill.Answer answer, Drill.@Nullable Exchange next) implements DrillFact {}

    /** Nothing more is said in it. */
    record DrillEnded(Drill.Outcome outcome, Instant at) implements DrillFact {}
}
