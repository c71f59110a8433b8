package io.redress.standalone.demo;

import io.redress.contracts.RequestId;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who goes first where departments wait for each other, through the REST calls that a person has. */
final class SeniorManagement {
    private static final Logger LOG = LoggerFactory.getLogger(SeniorManagement.class);
    /** Long enough for a visitor to look at the circle. */
    private static final Duration THINKING = Duration.ofSeconds(8);

    private static final int MOST_ATTEMPTS = 5;
    private static final String REASON = "Finance decides without the weight; a label costs less than a lost customer.";

    private final Rest rest;
    private final ScheduledExecutorService later;

    SeniorManagement(Rest rest, ScheduledExecutorService later) {
        this.rest = rest;
        this.later = later;
    }

    void heard(WaitCycleFound found) {
        decideAfterThinking(found, 1);
    }

    private void decideAfterThinking(WaitCycleFound found, int attempt) {
        later.schedule(() -> decide(found, attempt), THINKING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void decide(WaitCycleFound found, int attempt) {
        String role = "department:" + found.superior();
        String theCase = "/api/v1/cases/" + found.caseId();
        RequestId last = found.requests().getLast();
        Rest.Answer answer = rest.post(
                role,
                theCase + "/cycles/" + found.cycleId() + "/decision",
                Map.of("goFirst", last.value(), "reason", REASON),
                Map.of("If-Match", rest.get(role, theCase + "/waits").etag()));
        if (answer.isStale() && attempt < MOST_ATTEMPTS) {
            decideAfterThinking(found, attempt + 1);
        } else if (!answer.ok()) {
            LOG.warn("The decision about a circle was not taken: {}", answer.status());
        }
    }
}
