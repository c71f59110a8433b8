package io.redress.routing.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody may be silent, in their own working time; each after the one before.
 *
 * @param remind until they are reminded
 * @param deputy until the deputy is asked
 * @param superior until the superior is asked
 */
public record Patience(Duration remind, Duration deputy, Duration superior) {

    static Patience of(Presence presence, Duration answer) {
        return new Patience(
                hours(presence.remindAfterHours(), answer.dividedBy(2)),
                hours(presence.deputyAfterHours(), answer.dividedBy(4)),
                hours(presence.superiorAfterHours(), answer.dividedBy(8)));
    }

    /** With somebody whose time to answer ends by itself: all of it is said within that time. */
    static Patience within(Duration answer) {
        return new Patience(answer.dividedBy(2), answer.dividedBy(4), answer.dividedBy(8));
    }

    private static Duration hours(@Nullable Integer declared, Duration otherwise) {
        return declared == null ? otherwise : Duration.ofHours(declared);
    }
}
