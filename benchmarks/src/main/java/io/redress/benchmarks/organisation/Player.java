package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;

/** Somebody who is played: hears all that the services tell, and does about it what people do. */
@FunctionalInterface
interface Player {
    void hear(CaseEvent event);
}
