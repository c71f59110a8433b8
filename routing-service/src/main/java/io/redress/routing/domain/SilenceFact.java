package io.redress.routing.domain;

import java.time.Instant;

/** What breaks a silence; only routing itself must remember it. */
public sealed interface SilenceFact extends RoutingFact {

    /** Whoever is waited on gave a sign of life, or can go on only now. */
    record SilenceBroken(String waitId, Instant at) implements SilenceFact {}
}
