package io.redress.analytics.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.JourneyFact.ExposureNoticed;
import io.redress.analytics.domain.JourneyFact.FeedbackCounted;
import io.redress.analytics.domain.JourneyFact.FeedbackTold;
import io.redress.analytics.domain.JourneyFact.LevelsCounted;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Learned.Closure;
import io.redress.analytics.domain.exposure.Noticed;
import io.redress.contracts.FeedbackEvent.FeedbackCollected;
import io.redress.contracts.FeedbackEvent.FeedbackWithdrawn;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.ReviewOverdue;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import io.redress.contracts.ReviewEvent.SurveyInvited;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Counts what is learned, while it is recorded. Counters and not gauges: how many reviews are open cannot be known
 * after a restart without looking at all of them, but opened minus completed can be asked of the metrics' history.
 */
public final class LearningMeters {
    private final Map<CaseClosed.Reason, Counter> closed = new EnumMap<>(CaseClosed.Reason.class);
    private final Counter opened;
    private final Counter overdue;
    private final Counter completed;
    private final DistributionSummary score;
    private final Counter collected;
    private final Counter withdrawn;
    private final ExposureMeters exposure;

    public LearningMeters(MeterRegistry registry) {
        for (CaseClosed.Reason reason : CaseClosed.Reason.values()) {
            closed.put(
                    reason,
                    Counter.builder("redress_cases_closed_total")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        opened = registry.counter("redress_reviews_opened_total");
        overdue = registry.counter("redress_reviews_overdue_total");
        completed = registry.counter("redress_reviews_completed_total");
        score = DistributionSummary.builder("redress_survey_score")
                .serviceLevelObjectives(1, 2, 3, 4, 5)
                .register(registry);
        collected = registry.counter("redress_feedback_collected_total");
        exposure = new ExposureMeters(registry);
        withdrawn = registry.counter("redress_feedback_withdrawn_total");
    }

    void count(JourneyFact fact) {
        switch (fact) {
            case Recorded(var _, Closure(var _, CaseClosed.Reason reason, var _)) ->
                Objects.requireNonNull(closed.get(reason)).increment();
            case Recorded _, FeedbackCounted _, LevelsCounted _ -> {}
            case ExposureNoticed(Noticed noticed) -> exposure.count(noticed);
            case FeedbackTold(var _, var _, FeedbackCollected _) -> collected.increment();
            case FeedbackTold(var _, var _, FeedbackWithdrawn _) -> withdrawn.increment();
            case Published(var _, var _, var event) -> {
                switch (event) {
                    case ReviewOpened _ -> opened.increment();
                    case ReviewOverdue _ -> overdue.increment();
                    case ReviewCompleted _ -> completed.increment();
                    case SurveyAnswered answered -> score.record(answered.score());
                    case SurveyInvited _ -> {}
                }
            }
        }
    }
}
