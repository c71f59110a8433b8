package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a remedy is on its way out of the house. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Sending {

    /** When something is to be done about it. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** How often it has been tried or asked for. Never falls, so that it says which try is spoken of. */
    default int tries() {
        return 0;
    }

    /** That an order may have arrived all the same; absent where none can have. */
    default @Nullable Doubt doubt() {
        return null;
    }

    /** It may be ordered: nobody outside has it, as far as anybody knows. */
    record ToOrder(int tries, Instant next, @Nullable Doubt doubt) implements Sending {
        @Override
        public Optional<Instant> due() {
            return Optional.of(next);
        }
    }

    /**
     * Somebody is ordering it. Where that is not heard of again until then, nobody knows.
     *
     * @param doubt about orders before this one
     */
    record Taken(int tries, Instant until, @Nullable Doubt doubt) implements Sending {
        /** Whether a refusal may only mean that an earlier order has arrived. */
        public boolean isDoubtful(Instant now) {
            return doubt != null && !doubt.isOver(now);
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /** Nobody knows whether it was carried out: it is to be asked for. */
    record Unknown(int tries, Instant next, @Nullable Doubt doubt) implements Sending {
        @Override
        public Optional<Instant> due() {
            return Optional.of(next);
        }
    }

    /** @param reference what the provider calls it */
    record Carried(String reference, Instant at) implements Sending {}

    /** For good. */
    record Refused(String reason, Instant at) implements Sending {}

    /** It was not needed any more before anybody outside had it. */
    record Dropped(Instant at) implements Sending {}
}
