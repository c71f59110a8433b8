package io.redress.analytics.domain;

import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.levels.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a journey can be told. */
public sealed interface JourneyCommand {

    /** Something has happened somewhere. */
    record RecordEvent(JourneyEntry entry, Learned learned) implements JourneyCommand {}

    /**
     * The customer rates how it went.
     *
     * @param score 1 (bad) to 5 (good)
     */
    record AnswerSurvey(int score, @Nullable String words) implements JourneyCommand {}

    /** Somebody names the root cause, and what prevents it from happening again. */
    record CompleteReview(String rootCause, String preventiveAction, String actionOwner, LocalDate actionDue, String by)
            implements JourneyCommand {}

    /** What product management was told stands in the counts like that. */
    record NoteCounted(Counted counted) implements JourneyCommand {}

    /** How departments served it stands in the numbers like that. */
    record NoteStanding(Standing standing) implements JourneyCommand {}

    /** Time has passed; whatever is due by now happens. */
    record DeadlineReached() implements JourneyCommand {}
}
