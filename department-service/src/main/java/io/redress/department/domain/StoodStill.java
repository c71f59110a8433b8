package io.redress.department.domain;

import io.redress.department.domain.Cooperation.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a department could not go on with a request, because a question of its own was open (R94). */
final class StoodStill {
    private StoodStill() {}

    /** @param to where it went on; {@code until} where it has not yet */
    record Stretch(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * In order and apart from each other, as far as they lie between two instants.
     *
     * @param questions all about the request, in the order in which they were asked
     */
    static List<Stretch> stretches(List<Question> questions, Instant since, Instant until) {
        List<Stretch> stretches = new ArrayList<>();
        Instant reached = since;
        for (Question question : questions) {
            Instant from = question.askedAt().isAfter(reached) ? question.askedAt() : reached;
            Instant to = question.answer() == null || question.answer().at().isAfter(until)
                    ? until
                    : question.answer().at();
            if (from.isBefore(to)) {
                stretches.add(new Stretch(from, to));
                reached = to;
            }
        }
        return stretches;
    }

    /** How long it was between two instants. */
    static Duration between(List<Question> questions, Instant since, Instant until) {
        return stretches(questions, since, until).stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * When a date really passes that was said at a time: later by the time in which the department could not go on since.
     *
     * @return absent as long as nobody can tell, because a question is open
     */
    static @Nullable Instant passes(List<Question> questions, Instant dueAt, Instant saidAt) {
        Instant passes = dueAt;
        for (Stretch stretch : stretches(questions, saidAt, Instant.MAX)) {
            // A question in the very instant in which the date passes still stops the clock.
            if (stretch.from().isAfter(passes)) {
                return passes;
            }
            if (stretch.to().equals(Instant.MAX)) {
                return null;
            }
            passes = passes.plus(stretch.length());
        }
        return passes;
    }
}
