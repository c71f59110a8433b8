package io.redress.routing.application;

import io.redress.routing.domain.Absences;

/** Who is away, as this instance last saw it; at most a look older than the store. Thread-safe. */
public final class KnownAbsences {
    private volatile Absences seen = Absences.NONE;

    /** As it was seen last. */
    public Absences seen() {
        return seen;
    }

    void see(Absences now) {
        seen = now;
    }
}
