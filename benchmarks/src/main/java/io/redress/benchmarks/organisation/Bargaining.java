package io.redress.benchmarks.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody negotiates dates; shares from 0 to 1.
 *
 * @param asks for which of its own requests it would like an earlier date
 * @param agrees which of the dates that it is offered it accepts
 * @param counters to which of the others it offers another date; the rest it declines
 */
record Bargaining(double asks, double agrees, double counters) {
    /** Never asks, and accepts what it is offered. */
    static final Bargaining NONE = new Bargaining(0, 1, 0);

    /** As it is written down: what is not named is as with {@link #NONE}. */
    @JsonCreator
    static Bargaining declared(@Nullable Double asks, @Nullable Double agrees, @Nullable Double counters) {
        return new Bargaining(asks == null ? 0 : asks, agrees == null ? 1 : agrees, counters == null ? 0 : counters);
    }

    List<String> flaws() {
        return Stream.of(asks, agrees, counters).allMatch(it -> it >= 0 && it <= 1)
                ? List.of()
                : List.of("Expected shares of 0 to 1 in bargaining, but got " + this);
    }
}
