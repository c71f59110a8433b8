package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/** How far a remedy is on its way out of the house. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Sending {

    /** When something is to be done about it. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** How often it has been tried or asked for. */
    default int tries() {
        return 0;
    }

    /** Nobody outside has it: it may be ordered. */
    record ToOrder(int tries, Instant next) implements Sending {
        @Override
        public Optional<Instant> due() {
            return Optional.of(next);
        }
    }

    /** Somebody is ordering it. Where that is not heard of again until then, nobody knows. */
    record Taken(int tries, Instant until) implements Sending {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }
    }

    /** Nobody knows whether it was carried out: it is to be asked for. */
    record Unknown(int tries, Instant next) implements Sending {
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
