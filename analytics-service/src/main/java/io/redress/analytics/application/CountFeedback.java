package io.redress.analytics.application;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.NoteCounted;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.feedback.Feedback;
import io.redress.analytics.domain.feedback.Said;
import io.redress.chassis.lanes.CaseLanes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Counts what product management was told, under the day on which the customer complained. */
public final class CountFeedback extends CountOnce<FeedbackDay, Counted> {

    public CountFeedback(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, FeedbackDays days) {
        super(lanes, days, FeedbackEntries.UNCOUNTED);
    }

    @Override
    @Nullable
    LocalDate day(Journey journey) {
        Said said = journey.feedback().heard().said();
        return said == null ? null : LocalDate.ofInstant(said.receivedAt(), ZoneOffset.UTC);
    }

    @Override
    FeedbackDay counting(FeedbackDay day, String caseId, Journey journey) {
        Feedback feedback = journey.feedback();
        Said said = feedback.heard().said();
        return said == null || !feedback.isUncounted()
                ? day
                : day.counting(caseId, said.product(), feedback.counted(), feedback.toCount());
    }

    @Override
    JourneyCommand note(Counted counted) {
        return new NoteCounted(counted);
    }
}
