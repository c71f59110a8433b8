package io.redress.routing.application;

import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitGraph;
import io.redress.routing.domain.WaitSentence;
import io.redress.routing.domain.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wait, for people of the company.
 *
 * @param whoName as people call whoever waits
 * @param waitedOnName as people call whoever is waited for
 * @param behind everybody who waits with it, whoever waits first, the case's consultant last
 * @param critical whether it holds the case up
 * @param waitedSeconds by the clock on the wall
 * @param workingSeconds in the working time of whoever is waited for
 */
public record WaitLine(
        String id,
        Party who,
        String whoName,
        Party waitedOn,
        String waitedOnName,
        String what,
        @Nullable RequestId requestId,
        Instant since,
        Instant limit,
        List<Party> behind,
        boolean critical,
        long waitedSeconds,
        long workingSeconds) {

    /** What waits are shown by. */
    public record Lens(WaitSentence sentence, WorkingTime workingTime) {

        WaitLine line(WaitGraph graph, Wait wait, Instant at) {
            return new WaitLine(
                    wait.id(),
                    wait.who(),
                    sentence.nameOf(wait.who()),
                    wait.on(),
                    sentence.nameOf(wait.on()),
                    wait.what().word(),
                    wait.requestId(),
                    wait.since(),
                    wait.limit(),
                    graph.behind(wait),
                    graph.criticalPath().contains(wait),
                    Math.max(0, Duration.between(wait.since(), at).toSeconds()),
                    Math.max(0, workingTime.between(wait.on(), wait.since(), at).toSeconds()));
        }
    }
}
