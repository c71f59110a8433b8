package io.redress.standalone.demo;

import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Decides what the counting of complaints proposes, through the REST calls that a person has. Only about the demo's own
 * outage; what else is proposed is for the visitor.
 */
final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration THINKING = Duration.ofSeconds(6);
    private static final Duration COUNTING = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 20;
    private static final String WHY_OPEN = "The servers do not answer us either.";
    private static final String WHY_AT_ONCE = "Nobody has to choose whether the servers come back.";

    private final Rest rest;
    private final ScheduledExecutorService later;
    private final Telling telling;
    private final OutageReports outage;
    private final Runnable decided;

    /** @param decided runs when the outage is put right for everybody */
    Supervisor(Rest rest, ScheduledExecutorService later, Telling telling, OutageReports outage, Runnable decided) {
        this.rest = rest;
        this.later = later;
        this.telling = telling;
        this.outage = outage;
        this.decided = decided;
    }

    void heard(IncidentProposed proposed) {
        if (outage.isAbout(proposed.nature(), String.valueOf(proposed.product()))) {
            String incident = "/api/v1/incidents/" + proposed.incidentId().value();
            telling.says(
                    "incident",
                    "proposed: %s, %s: %s".formatted(proposed.nature(), outage.product(), proposed.reason()));
            telling.lookUp(incident);
            after(THINKING, () -> decide(incident));
        }
    }

    private void decide(String incident) {
        boolean open = post(incident, "/opening", Map.of("reason", WHY_OPEN));
        if (open
                && post(incident, "/mode", Map.of("mode", ExecutionMode.EXECUTE_FIRST.name(), "reason", WHY_AT_ONCE))) {
            tellMembers(incident, 1);
        }
    }

    private boolean post(String incident, String what, Map<String, String> body) {
        String seen = rest.get("supervisor", incident).etag();
        Rest.Answer answer = rest.post("supervisor", incident + what, body, Map.of("If-Match", seen));
        if (!answer.ok()) {
            LOG.warn("The decision about an incident was not taken: {}", answer.status());
        }
        return answer.ok();
    }

    /** Cases join within seconds, so the number is told when all are there. */
    private void tellMembers(String incident, int look) {
        JsonNode now = rest.get("supervisor", incident).body();
        long members = now.path("members").asLong();
        if (members < outage.complaints().size() && look < MOST_LOOKS) {
            after(COUNTING, () -> tellMembers(incident, look + 1));
            return;
        }
        telling.says(
                "incident",
                "%s with %d members, mode %s: \"%s\""
                        .formatted(
                                now.path("status").asString(),
                                members,
                                now.path("mode").asString(),
                                WHY_AT_ONCE));
        telling.lookUp(incident + "/members");
        decided.run();
    }

    private void after(Duration pause, Runnable what) {
        later.schedule(what, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
