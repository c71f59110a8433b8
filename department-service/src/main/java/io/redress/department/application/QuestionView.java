package io.redress.department.application;

import io.redress.contracts.Party;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a department to whoever made a request.
 *
 * @param missing what the request lacked when it was asked, with who can supply it; absent where words are asked for
 * @param state {@code open}, {@code answered}, or {@code not-needed} once its request has ended without an answer
 */
public record QuestionView(
        String questionId,
        Party to,
        String text,
        String by,
        Instant askedAt,
        String state,
        @Nullable SaidView answer,
        @Nullable List<MissingView> missing) {

    static List<QuestionView> of(DepartmentCase state, Request request) {
        return state.cooperation().questionsAbout(request.ask().id()).stream()
                .map(it -> of(it, request))
                .toList();
    }

    private static QuestionView of(Question question, Request request) {
        String state = question.isOpen() ? isWaitedFor(request) ? "open" : "not-needed" : "answered";
        return new QuestionView(
                question.id(),
                question.to(),
                question.reply().text(),
                question.reply().by(),
                question.askedAt(),
                state,
                SaidView.of(question.answer()),
                MissingView.of(question, request));
    }

    private static boolean isWaitedFor(Request request) {
        return request instanceof Request.Open || request instanceof Request.Incomplete;
    }
}
