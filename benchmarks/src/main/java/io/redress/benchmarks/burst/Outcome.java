package io.redress.benchmarks.burst;

import io.redress.benchmarks.load.Measurements;
import java.time.Duration;

/**
 * What became of a burst.
 *
 * @param planned complaints that were to be filed
 * @param accepted answered with success
 * @param cases different cases that the answers named
 * @param missing of those, how many intake or routing does not know
 * @param shed not filed, because too many waited for an answer
 * @param incidents proposed meanwhile, about whatever
 * @param posting from the first complaint until the last was answered
 * @param tillOpen from the first complaint until the incident was opened
 * @param greatestLag most cases about the outage that were accepted and not members at once
 */
public record Outcome(
        long planned,
        long accepted,
        long cases,
        long missing,
        long shed,
        long incidents,
        Duration posting,
        Duration tillOpen,
        long greatestLag,
        Joining joining,
        Measurements measurements) {

    /** Whether all were taken, each is a case, one incident was found, and its members are who they should be. */
    public boolean isGood() {
        return accepted == planned
                && cases == planned
                && missing == 0
                && shed == 0
                && incidents == 1
                && joining.lost() == 0
                && joining.strangers() == 0
                && measurements.errorCount() == 0;
    }
}
