package io.redress.analytics.domain.feedback;

import java.time.Instant;
import java.util.List;

/** What product management knows of a case. */
public record Told(int revision, List<String> natures, boolean registered, Instant collectedAt) {
    public Told {
        natures = List.copyOf(natures);
    }
}
