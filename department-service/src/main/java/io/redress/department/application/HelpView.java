package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Cooperation.Help;
import io.redress.department.domain.Counterpart;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Helping;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a department needs another one for, and what has come of it.
 *
 * @param state {@code requested} until the other department is asked, then the state of the request to it;
 *     {@code released} once it is not needed any more
 * @param filled what nobody had to fill in
 * @param wantedBy when the department would like to have it
 * @param requestId what was raised for it
 * @param working whom to speak with in the department; absent until it is asked
 */
public record HelpView(
        String helpId,
        DepartmentCode from,
        RequestKind kind,
        String subject,
        @Nullable List<FilledView> filled,
        String by,
        Instant requestedAt,
        @Nullable Instant wantedBy,
        String state,
        @Nullable RequestId requestId,
        RequestView.@Nullable AnswerView answer,
        @Nullable Counterpart working) {

    static List<HelpView> of(DepartmentCase state, Request request) {
        return state.cooperation().helpsFor(request.ask().id()).stream()
                .map(it -> of(state, it))
                .toList();
    }

    private static HelpView of(DepartmentCase state, Help help) {
        Optional<Request> raised = Helping.requestOf(state, help);
        return new HelpView(
                help.id(),
                help.reply().from(),
                help.reply().kind(),
                help.reply().subject(),
                help.filled() == null || help.filled().isEmpty() ? null : FilledView.of(help.filled()),
                help.reply().by(),
                help.at(),
                help.reply().wantedBy(),
                help.released() ? "released" : raised.map(RequestView::stateOf).orElse("requested"),
                raised.map(it -> it.ask().id()).orElse(null),
                raised.map(RequestView.AnswerView::of).orElse(null),
                raised.map(it -> Counterpart.working(state, it)).orElse(null));
    }
}
