package io.redress.standalone.demo;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.SurveyInvited;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The customers, through the frontline app's REST calls; and the supervisor who does the reviews. */
final class SimulatedCustomers {
    private static final Duration THINKING = Duration.ofSeconds(2);

    private final Rest rest;
    private final ScheduledExecutorService later;
    private final Function<String, Story> stories;

    SimulatedCustomers(Rest rest, ScheduledExecutorService later, Function<String, Story> stories) {
        this.rest = rest;
        this.later = later;
        this.stories = stories;
    }

    void heard(CaseEvent event) {
        String caseId = event.caseId().value();
        Story story = stories.apply(caseId);
        switch (event) {
            case SolutionsProposed proposed when story.takesTheFirst() -> after(() -> choose(caseId, proposed));
            case SolutionExecuted _ -> after(() -> close(caseId));
            case SurveyInvited _ -> after(() -> rate(caseId));
            case ReviewOpened _ when story.isToldToTheEnd() -> after(() -> review(caseId));
            default -> {
                // Nothing a customer or supervisor has to act upon.
            }
        }
    }

    /** Somebody who only wanted to be heard says so. */
    void contented(String caseId) {
        after(() -> close(caseId));
    }

    private void after(Runnable what) {
        later.schedule(what, THINKING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void choose(String caseId, SolutionsProposed proposed) {
        String etag =
                rest.get("frontline", "/api/v1/cases/" + caseId + "/resolution").etag();
        rest.post(
                "frontline",
                "/api/v1/cases/" + caseId + "/choice",
                Map.of(
                        "proposalId",
                        proposed.proposalId(),
                        "optionId",
                        proposed.options().getFirst().optionId()),
                Map.of("If-Match", etag));
    }

    private void close(String caseId) {
        rest.post(
                "frontline",
                "/api/v1/cases/" + caseId + "/closure",
                Map.of("satisfied", true, "words", "Thank you for listening."),
                Map.of());
    }

    private void rate(String caseId) {
        rest.post("frontline", "/api/v1/cases/" + caseId + "/survey", Map.of("score", 5), Map.of());
    }

    private void review(String caseId) {
        rest.post(
                "supervisor",
                "/api/v1/cases/" + caseId + "/review",
                Map.of(
                        "rootCause", "A price list was not updated in time",
                        "preventiveAction", "Price lists are checked on the first of each month",
                        "actionOwner", "Cristian",
                        "actionDue",
                                LocalDate.now(java.time.ZoneOffset.UTC)
                                        .plusDays(30)
                                        .toString()),
                Map.of());
    }
}
