package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.routing.application.OwnershipView;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.OwnershipCommand;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Whatever somebody decides about owners, they decide it on what they have seen. */
final class DecideOwners {
    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final Departments departments;

    DecideOwners(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, Departments departments) {
        this.lanes = lanes;
        this.departments = departments;
    }

    /** @param trace W3C trace context; empty to begin a trace */
    record Wish(CaseId caseId, Caller caller, Positions atLeast, ExpectedRevision seen, String trace) {}

    Mono<ResponseEntity<OwnershipView>> read(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .map(view -> Answers.seen(view.version(), visible(view, caller)));
    }

    /** @param may whether the caller may decide this, once it is known that they may see the case */
    Mono<ResponseEntity<OwnershipView>> decide(Wish wish, Predicate<OwnershipView> may, OwnershipCommand command) {
        return lanes.read(wish.caseId().value(), wish.atLeast().values())
                .flatMap(view -> {
                    if (!may.test(visible(view, wish.caller()))) {
                        return Mono.error(Refusal.forbidden());
                    }
                    wish.seen().orRefuse(view.version());
                    return lanes.submit(Submission.<RoutingCommand>of(view.id(), command)
                            .expecting(view.version())
                            .tracedBy(wish.trace()));
                })
                .map(outcome -> answer(outcome, wish));
    }

    private ResponseEntity<OwnershipView> answer(Outcome<RoutingState, RoutingFact> outcome, Wish wish) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var why, var _)) {
            throw refusal(code, why + ".");
        }
        CaseView<RoutingState> view = Outcomes.accepted(outcome).view();
        return Answers.written(Outcomes.written(view, RoutingDefinition.STREAM), visible(view, wish.caller()));
    }

    private static Refusal refusal(String code, String why) {
        return switch (code) {
            case "unknown-request" -> Refusal.notFound();
            case "not-assignable" -> Refusal.unprocessable(List.of(new Reason("/to", why)));
            case "right-owner-missing" -> Refusal.unprocessable(List.of(new Reason("/rightOwner", why)));
            default -> Refusal.conflict(code, why, null);
        };
    }

    private OwnershipView visible(CaseView<RoutingState> view, Caller caller) {
        RoutingEndpoint.visible(view, caller);
        return OwnershipView.of(view, departments.authority()).orElseThrow(Refusal::notFound);
    }
}
