package io.redress.department.domain;

import io.redress.department.domain.Request.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Recognises in the log that a need is of the requester's own making (R97). It explains itself, or says nothing. */
final class OwnMaking {
    /** Who asks for help in the second half of its own time has let the first one pass. */
    private static final int LATE = 2;
    /** Who leaves a question open for a quarter of the time that there was has taken that time away. */
    private static final int UNANSWERED = 4;

    private OwnMaking() {}

    static Optional<String> explain(DepartmentCase state, Ask ask, String cause, Set<String> admitted, Instant now) {
        return admitted(cause, admitted)
                .or(() -> leftUnanswered(state, ask, now))
                .or(() -> askedLate(state, ask));
    }

    private static Optional<String> admitted(String cause, Set<String> admitted) {
        return admitted.contains(cause)
                ? Optional.of("The requester says so itself: " + cause + ".")
                : Optional.empty();
    }

    private static Optional<String> leftUnanswered(DepartmentCase state, Ask ask, Instant now) {
        var questions = state.cooperation().questionsAbout(ask.id());
        Instant stopped = Asking.stoppedSince(questions);
        Duration open = Asking.movedBy(questions)
                .plus(stopped == null || stopped.isAfter(now) ? Duration.ZERO : Duration.between(stopped, now));
        Duration had = Duration.between(ask.raisedAt(), ask.dueAt()).minus(Asking.movedBy(questions));
        return !open.isZero() && open.multipliedBy(UNANSWERED).compareTo(had) >= 0
                ? Optional.of("Questions to the requester were open for " + minutes(open) + " of the " + minutes(had)
                        + " that there were.")
                : Optional.empty();
    }

    private static Optional<String> askedLate(DepartmentCase state, Ask ask) {
        if (ask.parent() == null || !(state.request(ask.parent()) instanceof Request own)) {
            return Optional.empty();
        }
        Duration had = Duration.between(own.ask().raisedAt(), own.ask().dueAt());
        Duration passed = Duration.between(own.ask().raisedAt(), ask.raisedAt());
        return passed.multipliedBy(LATE).compareTo(had) > 0
                ? Optional.of("The requester asked for help when " + minutes(passed) + " of its own " + minutes(had)
                        + " had passed.")
                : Optional.empty();
    }

    private static String minutes(Duration duration) {
        return duration.toHours() >= 1
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min";
    }
}
