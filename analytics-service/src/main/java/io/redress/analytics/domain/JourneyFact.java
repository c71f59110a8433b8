package io.redress.analytics.domain;

import io.redress.analytics.domain.exposure.Noticed;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.levels.Standing;
import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.ReviewEvent;
import java.time.Instant;

/** What has happened to a journey. */
public sealed interface JourneyFact {

    /** Somebody else's event is in. */
    record Recorded(JourneyEntry entry, Learned learned) implements JourneyFact {}

    /**
     * Told to everybody, and recorded like everything else.
     *
     * @param seq its number among what analytics tells about the case
     */
    record Published(long seq, Instant at, ReviewEvent event) implements JourneyFact {}

    /**
     * Told to product management, and recorded like everything else.
     *
     * @param seq its number among what it is told about the case
     */
    record FeedbackTold(long seq, Instant at, FeedbackEvent event) implements JourneyFact {}

    /** It stands in the counts like that. */
    record FeedbackCounted(Counted counted) implements JourneyFact {}

    /** Something about how far everybody can see it, to be counted. */
    record ExposureNoticed(Noticed noticed) implements JourneyFact {}

    /** How departments served it stands in the numbers like that. */
    record LevelsCounted(Standing standing) implements JourneyFact {}
}
