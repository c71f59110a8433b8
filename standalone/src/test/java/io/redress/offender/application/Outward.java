package io.redress.offender.application;

import io.redress.offender.adapter.http.Waiting;
import io.redress.otheroffender.domain.Neighbour;

/** Points outwards and at a neighbour. */
public final class Outward {
    public String both(Waiting waiting, Neighbour neighbour) {
        return waiting.text() + neighbour.name();
    }
}
