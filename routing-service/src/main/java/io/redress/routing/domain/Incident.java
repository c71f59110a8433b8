package io.redress.routing.domain;

import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.BurstEvidence;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mass problem.
 *
 * @param since cases with the signature that were routed from then on belong to it
 * @param burst what was noticed; absent where a person proposed it
 * @param mode absent until it is open
 * @param decisions all that was ever decided about it, in order
 */
public record Incident(
        IncidentId id,
        Signature signature,
        Instant since,
        @Nullable BurstEvidence burst,
        Status status,
        @Nullable ExecutionMode mode,
        List<Decided> decisions) {
    /** More is not deciding any more. */
    static final int MOST_DECISIONS = 50;

    public Incident {
        decisions = List.copyOf(decisions);
    }

    /** How far it is. */
    public enum Status {
        PROPOSED,
        OPEN,
        CLOSED,
        DISMISSED;

        /** Whether another one about the same would be one too many. */
        public boolean isLive() {
            return this == PROPOSED || this == OPEN;
        }
    }

    /**
     * A decision that can be audited.
     *
     * @param what {@code proposed}, {@code opened}, {@code mode:EXECUTE_FIRST} and the like
     * @param by who; {@code counting} or {@code policy} where nobody did
     */
    public record Decided(String what, String by, String reason, Instant at) {}

    Incident deciding(Status next, Decided decided) {
        return new Incident(id, signature, since, burst, next, mode, plus(decided));
    }

    Incident deciding(ExecutionMode next, Decided decided) {
        return new Incident(id, signature, since, burst, status, next, plus(decided));
    }

    private List<Decided> plus(Decided decided) {
        List<Decided> all = new ArrayList<>(decisions);
        all.add(decided);
        return all;
    }
}
