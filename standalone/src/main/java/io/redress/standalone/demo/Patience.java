package io.redress.standalone.demo;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Looks again until something has come about, as a person does who reloads a page. */
final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int MOST_LOOKS = 120;

    private static final Duration THINKING = Duration.ofSeconds(1);

    private Patience() {}

    /** Slow enough to be watched. */
    static void think() throws InterruptedException {
        Thread.sleep(THINKING);
    }

    /** What was seen when it had come about. */
    static JsonNode until(String what, Supplier<JsonNode> look, Predicate<JsonNode> isThere)
            throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS; i++) {
            JsonNode seen = look.get();
            if (isThere.test(seen)) {
                return seen;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("Expected " + what + " within half a minute, but it has not come");
    }
}
