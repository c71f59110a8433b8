package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Cooperation.Wanted;
import io.redress.department.domain.Counterpart;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Wanting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever answers for the case asks of a department directly, and what has come of it.
 *
 * @param filled what nobody had to fill in
 * @param state {@code requested} until the department is asked, then the state of the request to it
 * @param requestId what was raised for it
 * @param working whom to speak with in the department; absent until it is asked
 */
public record WantedView(
        String wantedId,
        Party requester,
        DepartmentCode from,
        RequestKind kind,
        String subject,
        List<FilledView> filled,
        String by,
        Instant requestedAt,
        @Nullable Instant wantedBy,
        String state,
        @Nullable RequestId requestId,
        RequestView.@Nullable AnswerView answer,
        @Nullable Counterpart working) {

    static List<WantedView> of(DepartmentCase state) {
        return state.cooperation().wanted().stream().map(it -> of(state, it)).toList();
    }

    private static WantedView of(DepartmentCase state, Wanted wanted) {
        Optional<Request> raised = Wanting.requestOf(state, wanted);
        return new WantedView(
                wanted.id(),
                wanted.requester(),
                wanted.from(),
                wanted.kind(),
                wanted.subject(),
                FilledView.of(wanted.filled()),
                wanted.by(),
                wanted.at(),
                wanted.wantedBy(),
                raised.map(RequestView::stateOf).orElse("requested"),
                raised.map(it -> it.ask().id()).orElse(null),
                raised.map(RequestView.AnswerView::of).orElse(null),
                raised.map(it -> Counterpart.working(state, it)).orElse(null));
    }
}
