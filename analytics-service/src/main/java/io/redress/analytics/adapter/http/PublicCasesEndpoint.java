package io.redress.analytics.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.application.ExposureSummary;
import io.redress.analytics.application.PublicCases;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.exposure.Exposure;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The cases that everybody may see, one by one and in numbers (R55). */
@RestController
class PublicCasesEndpoint {
    private static final List<String> STATES = List.of("unanswered", "answered", "ended");
    private static final int MOST_WEEKS = 26;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final PublicCases cases;
    private final InstantSource clock;

    PublicCasesEndpoint(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, PublicCases cases, InstantSource clock) {
        this.lanes = lanes;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/api/v1/public-cases")
    Mono<PublicCaseList> list(
            @RequestParam(defaultValue = "unanswered") String state,
            @RequestParam(defaultValue = PageBounds.STANDARD) int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks().oneOf("/state", state, STATES).orRefuse();
        PageBounds.check(limit, cursor);
        return lanes.find(new IndexQuery(PublicCases.INDEX, state, cursor, limit))
                .onErrorMap(
                        IllegalArgumentException.class,
                        _ -> Refusal.unreadable("Expected a cursor that a former answer for the same state gave."))
                .map(page -> PublicCaseList.of(page, clock.instant()));
    }

    @GetMapping("/api/v1/public-cases:summary")
    Mono<ExposureSummary> summary(@RequestParam(defaultValue = "8") int weeks) {
        new Checks().range("/weeks", weeks, 1, MOST_WEEKS).orRefuse();
        return cases.of(weeks);
    }

    /** @param next absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublicCaseList(List<PublicCase> cases, @Nullable String next) {
        static PublicCaseList of(CaseLanes.ViewPage<Journey> page, Instant now) {
            return new PublicCaseList(
                    page.cases().stream()
                            .filter(view -> view.state().exposure().since() != null)
                            .map(view -> PublicCase.of(view, now))
                            .toList(),
                    page.next().isEmpty() ? null : page.next());
        }
    }

    /** @param silentSeconds without a public answer, so far or until it had one or was closed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublicCase(
            String caseId,
            String channel,
            @Nullable Instant publicSince,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            long silentSeconds,
            int contradictionsPrevented) {
        static PublicCase of(CaseView<Journey> view, Instant now) {
            Exposure exposure = view.state().exposure();
            return new PublicCase(
                    view.id(),
                    exposure.source().wireName(),
                    exposure.since(),
                    exposure.answeredAt(),
                    exposure.endedAt(),
                    exposure.silence(now).toSeconds(),
                    exposure.contradictions());
        }
    }
}
