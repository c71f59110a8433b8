package io.redress.intake.domain;

/** What intake decides about cases that say the same. */
public sealed interface KinshipFact extends IntakeFact {

    /** From here on this is what is known of its kin; what led to it is told by the event beside it. */
    record KinshipChanged(Kinship kinship) implements KinshipFact {}
}
