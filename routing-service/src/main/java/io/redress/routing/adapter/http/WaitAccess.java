package io.redress.routing.adapter.http;

import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.routing.application.RoutingView;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Waiting.Circle;

/** Who may see whom a case waits for. A case that is not the caller's does not exist. */
final class WaitAccess {
    private WaitAccess() {}

    /** Whether all of it is for this caller's eyes: every department that is involved sees the whole case (R85). */
    static boolean seesAll(CaseView<RoutingState> view, Caller caller) {
        return caller.isAny("consultant", "supervisor", "auditor")
                || caller.departments().stream().anyMatch(it -> involves(view, it));
    }

    static boolean isOwn(CaseView<RoutingState> view, Caller caller) {
        return caller.is("frontline")
                && RoutingState.submittedBy(view.state())
                        .filter(caller.subject()::equals)
                        .isPresent();
    }

    private static boolean involves(CaseView<RoutingState> view, String department) {
        return RoutingView.of(view).filter(it -> it.involves(department)).isPresent()
                || RoutingState.waiting(view.state()).circles().stream()
                        .anyMatch(it -> it.superior().value().equals(department))
                || RoutingState.waiting(view.state()).unsaid().stream()
                        .anyMatch(it -> it.on().value().equals(department));
    }

    /** @throws Refusal 403 where another department decides */
    static void toDecide(Circle circle, Caller caller) {
        if (!caller.isAny("supervisor", "department:" + circle.superior())) {
            throw Refusal.forbidden();
        }
    }
}
