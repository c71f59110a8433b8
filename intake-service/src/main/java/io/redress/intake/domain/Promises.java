package io.redress.intake.domain;

import java.time.Duration;

/**
 * When the customer hears from us at the latest.
 *
 * @param firstUpdate after the complaint
 * @param update after each later message while the customer waits
 * @param confirmation how long we wait for the customer's word after the execution
 * @param review by when we have learned from it
 */
public record Promises(Duration firstUpdate, Duration update, Duration confirmation, Duration review) {

    /** What the front desk promises where nothing else is configured. */
    public static Promises standard() {
        return new Promises(Duration.ofHours(24), Duration.ofHours(48), Duration.ofDays(14), Duration.ofDays(10));
    }
}
