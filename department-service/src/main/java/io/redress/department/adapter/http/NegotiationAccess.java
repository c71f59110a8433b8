package io.redress.department.adapter.http;

import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.NegotiationView;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Negotiating;
import io.redress.department.domain.Request;
import io.redress.department.domain.Speaker;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may see and say something about the date of a request. For others it does not exist. */
final class NegotiationAccess {
    private NegotiationAccess() {}

    /** The caller as one who speaks about a request to this department; its own system speaks for it. */
    static Speaker speaker(Caller caller, DepartmentCode code) {
        Speaker person = CooperationAccess.speaker(caller);
        if (!caller.is("department-system")) {
            return person;
        }
        Set<DepartmentCode> departments =
                Stream.concat(person.departments().stream(), Stream.of(code)).collect(Collectors.toSet());
        return new Speaker(person.by(), person.frontDesk(), departments);
    }

    /** @throws Refusal 404 where it is not there or the caller speaks for neither side */
    static Request negotiable(DepartmentCase state, DepartmentCode code, RequestId requestId, Caller caller) {
        Request request = its(state, code, requestId);
        if (Negotiating.sideOf(state, request, speaker(caller, code)).isEmpty()) {
            throw Refusal.notFound();
        }
        return request;
    }

    /** @throws Refusal 404 where it is not there or the caller may not see it */
    static Request readable(DepartmentCase state, DepartmentCode code, RequestId requestId, Caller caller) {
        return caller.isAny("supervisor", "auditor")
                ? its(state, code, requestId)
                : negotiable(state, code, requestId, caller);
    }

    private static Request its(DepartmentCase state, DepartmentCode code, RequestId requestId) {
        Request request = state.request(requestId);
        if (request == null || !request.ask().department().equals(code)) {
            throw Refusal.notFound();
        }
        return request;
    }

    /**
     * What both sides hold after something was said.
     *
     * @throws Refusal where it was refused
     */
    static NegotiationView view(
            Outcome<DepartmentCase, DepartmentFact> outcome, DepartmentCode code, RequestId requestId) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(var refused, var why, var view)) {
            throw refusal(refused, why, view.state(), requestId);
        }
        DepartmentCase state = Outcomes.accepted(outcome).view().state();
        return NegotiationView.of(state, its(state, code, requestId));
    }

    private static Refusal refusal(String code, String why, DepartmentCase state, RequestId requestId) {
        return switch (code) {
            case "unknown-request", "unknown-offer" -> Refusal.notFound();
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "date-out-of-reach" -> Refusal.unprocessable(List.of(new Reason("/dueAt", why + ".")));
            case "reason-missing" -> Refusal.unprocessable(List.of(new Reason("/reason", why + ".")));
            default -> Refusal.conflict(code, why + ".", now(state, requestId));
        };
    }

    /** What both sides hold, for whoever wanted something else. */
    private static @Nullable NegotiationView now(DepartmentCase state, RequestId requestId) {
        Request request = state.request(requestId);
        return request == null ? null : NegotiationView.of(state, request);
    }
}
