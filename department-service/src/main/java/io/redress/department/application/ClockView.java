package io.redress.department.application;

import io.redress.department.domain.Asking;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a department's clock stood still while its questions were open (R94); while a request lacks something, it has not
 * begun.
 *
 * @param stoppedSince absent while it runs
 * @param stoodStillSeconds by which the date has moved so far
 */
public record ClockView(@Nullable Instant stoppedSince, long stoodStillSeconds) {

    /** Absent where the department has never asked back. */
    static @Nullable ClockView of(DepartmentCase state, Request request) {
        List<Question> questions = state
                .cooperation()
                .questionsAbout(request.ask().id())
                .stream()
                .map(it -> it.isOfCharter() ? it.askedAt(request.ask().raisedAt()) : it)
                .toList();
        return questions.isEmpty()
                ? null
                : new ClockView(
                        request instanceof Request.Open || request instanceof Request.Incomplete
                                ? Asking.stoppedSince(questions)
                                : null,
                        Asking.movedBy(questions).toSeconds());
    }
}
