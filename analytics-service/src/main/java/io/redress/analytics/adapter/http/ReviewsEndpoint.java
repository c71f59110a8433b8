package io.redress.analytics.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.application.JourneyDefinition;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The reviews of all cases, the earliest due first. */
@RestController
class ReviewsEndpoint {
    private static final List<String> STATES = List.of("open", "overdue", "completed");

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;

    ReviewsEndpoint(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping("/api/v1/reviews")
    Mono<ReviewList> reviews(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = PageBounds.STANDARD) int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks().oneOf("/status", status, STATES).orRefuse();
        PageBounds.check(limit, cursor);
        return lanes.find(new IndexQuery(JourneyDefinition.REVIEWS, status, cursor, limit))
                .onErrorMap(
                        IllegalArgumentException.class,
                        _ -> Refusal.unreadable("Expected a cursor that a former answer for the same status gave."))
                .map(ReviewList::of);
    }

    /** @param next absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewList(List<ReviewView> reviews, @Nullable String next) {
        static ReviewList of(CaseLanes.ViewPage<Journey> page) {
            return new ReviewList(
                    page.cases().stream()
                            .map(ReviewView::of)
                            .flatMap(Optional::stream)
                            .toList(),
                    page.next().isEmpty() ? null : page.next());
        }
    }
}
