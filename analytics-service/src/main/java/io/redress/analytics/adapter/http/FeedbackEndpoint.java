package io.redress.analytics.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.application.FeedbackEntries;
import io.redress.analytics.application.FeedbackSummary;
import io.redress.analytics.application.SummariseFeedback;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.Limits;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What customers say about the products, one by one and in numbers (R26). */
@RestController
class FeedbackEndpoint {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final SummariseFeedback summary;
    private final InstantSource clock;

    FeedbackEndpoint(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, SummariseFeedback summary, InstantSource clock) {
        this.lanes = lanes;
        this.summary = summary;
        this.clock = clock;
    }

    @GetMapping("/api/v1/feedback")
    Mono<FeedbackList> list(
            @RequestParam(required = false) @Nullable String nature,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = PageBounds.STANDARD) int limit,
            @RequestParam(defaultValue = "") String cursor) {
        new Checks()
                .length("/nature", nature, 1, Limits.KEY)
                .length("/product", product, 1, Limits.KEY)
                .orRefuse();
        PageBounds.check(limit, cursor);
        return lanes.find(new IndexQuery(FeedbackEntries.INDEX, FeedbackEntries.value(nature, product), cursor, limit))
                .map(FeedbackList::of);
    }

    @GetMapping("/api/v1/feedback:summary")
    Mono<FeedbackSummary> summary(@RequestParam(required = false) @Nullable String since) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = since == null ? today.minusDays(USUAL_DAYS) : day(since);
        new Checks()
                .that(
                        !from.isAfter(today) && from.isAfter(today.minusDays(MOST_DAYS)),
                        "/since",
                        "Expected one of the last " + MOST_DAYS + " days, but got " + from + ".")
                .orRefuse();
        return summary.between(from, today);
    }

    private static LocalDate day(String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException none) {
            throw Refusal.unreadable("Expected since to be a day such as 2026-11-01, but it is none.");
        }
    }

    /** @param next absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedbackList(
            List<FeedbackView> feedback, @Nullable String next) {
        static FeedbackList of(CaseLanes.ViewPage<Journey> page) {
            return new FeedbackList(
                    page.cases().stream()
                            .map(FeedbackView::of)
                            .flatMap(Optional::stream)
                            .toList(),
                    page.next().isEmpty() ? null : page.next());
        }
    }
}
