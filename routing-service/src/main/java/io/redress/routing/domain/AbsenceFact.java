package io.redress.routing.domain;

import java.time.Instant;

/** What happens to an absence. */
public sealed interface AbsenceFact extends RoutingFact {

    record AbsenceNoted(Absence absence) implements AbsenceFact {}

    /** It ended by itself or early. */
    record AbsenceEnded(Instant at) implements AbsenceFact {}
}
