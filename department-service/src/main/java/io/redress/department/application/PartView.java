package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's part in a case, as the others see it.
 *
 * @param parent the request of another department that this helps with
 * @param preAnswered the problem that was known before the complaint, where that is the answer
 * @param clock how the date has moved; absent where the department has never asked back
 * @param withdrawnBecause why the department need not go on
 */
public record PartView(
        RequestId requestId,
        DepartmentCode department,
        RequestKind kind,
        String nature,
        String subject,
        Instant raisedAt,
        Instant dueAt,
        String state,
        @Nullable RequestId parent,
        Request.@Nullable KnownProblem preAnswered,
        @Nullable ClockView clock,
        List<RequestView.NoteView> progress,
        List<QuestionView> questions,
        List<HelpView> helps,
        RequestView.@Nullable AnswerView answer,
        RequestView.@Nullable DeclineView decline,
        @Nullable String withdrawnBecause,
        @Nullable DateView date) {

    static PartView of(DepartmentCase state, Request request) {
        Request.Ask ask = request.ask();
        return new PartView(
                ask.id(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.subject(),
                ask.raisedAt(),
                ask.dueAt(),
                RequestView.stateOf(request),
                ask.parent(),
                ask.known(),
                ClockView.of(state, request),
                RequestView.NoteView.of(request),
                QuestionView.of(state, request),
                HelpView.of(state, request),
                RequestView.AnswerView.of(request),
                RequestView.DeclineView.of(request),
                request instanceof Request.Withdrawn withdrawn ? withdrawn.reason() : null,
                DateView.of(state, request));
    }
}
