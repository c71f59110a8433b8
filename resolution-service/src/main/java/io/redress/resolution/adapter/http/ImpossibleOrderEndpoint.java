package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.application.FindConcerned;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ImpossibleOrder;
import io.redress.resolution.domain.OrderCommand.DeclareImpossible;
import io.redress.resolution.domain.OrderWalk;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Resource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An order became impossible: one call, and everybody whose promise rests on it is told. */
@RestController
class ImpossibleOrderEndpoint {
    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final FindConcerned concerned;
    private final InstantSource clock;

    ImpossibleOrderEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, InstantSource clock) {
        this.lanes = lanes;
        this.concerned = new FindConcerned(lanes);
        this.clock = clock;
    }

    @PostMapping("/api/v1/orders:impossible")
    Mono<ResponseEntity<OrderView>> declare(
            @RequestBody ImpossibleOrderBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        String name = UUID.nameUUIDFromBytes((caller.subject() + "/" + key.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
        String id = OrderWalk.PREFIX + name;
        var command = new DeclareImpossible(body.order(id, caller.subject(), clock.instant()));
        return allowed(body, caller)
                .then(Mono.defer(() -> lanes.submit(
                        Submission.of(id, (ResolutionCommand) command).tracedBy(traceparent))))
                .map(outcome -> {
                    if (outcome
                            instanceof
                            Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String why, var _)) {
                        throw Refusal.unprocessable("idempotency-key-reused", why);
                    }
                    var accepted = Outcomes.accepted(outcome);
                    Answers.Written now = Outcomes.written(accepted.view(), ResolutionDefinition.STREAM);
                    return Answers.accepted(
                            URI.create("/api/v1/orders:impossible/" + name),
                            new Answers.Written(
                                    now.caseId(),
                                    now.revision(),
                                    now.positions(),
                                    accepted.events().isEmpty()),
                            OrderView.of(accepted.view()));
                });
    }

    /** The same without telling anybody: how many cases would be looked at. */
    @PostMapping(path = "/api/v1/orders:impossible", params = "preview=true")
    Mono<Preview> preview(@RequestBody ImpossibleOrderBody body, Caller caller) {
        ImpossibleOrder order = body.order("", caller.subject(), clock.instant());
        return allowed(body, caller)
                .then(Mono.defer(() -> concerned.count(order)))
                .map(of -> new Preview(order.restsOn(), of));
    }

    /** A department speaks for its own steps and for what it keeps; what reaches further takes a supervisor. */
    private Mono<Void> allowed(ImpossibleOrderBody body, Caller caller) {
        DepartmentCode department = Objects.requireNonNull(body.department());
        if (caller.is("supervisor")) {
            return Mono.empty();
        }
        if (!caller.is("department:" + department)) {
            return Mono.error(Refusal.forbidden());
        }
        if (department.equals(body.stepsOf())) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(body.resource())
                .flatMap(it -> lanes.read(Resource.documentOf(it)))
                .filter(view -> view.state() instanceof Resource resource
                        && resource.terms().owner().equals(department))
                .switchIfEmpty(Mono.error(Refusal.forbidden()))
                .then();
    }

    /**
     * Whom it would concern.
     *
     * @param of cases that rest on the first of it
     */
    record Preview(List<String> restsOn, int of) {}

    /** How far everybody whom it concerns has been told. */
    @GetMapping("/api/v1/orders:impossible/{orderId}")
    Mono<ResponseEntity<OrderView>> read(@PathVariable UUID orderId, Caller caller) {
        return lanes.read(OrderWalk.PREFIX + orderId)
                .filter(view -> view.state() instanceof OrderWalk walk
                        && caller.isAny(
                                "department:" + walk.order().department(), "consultant", "supervisor", "auditor"))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(view -> Answers.seen(view.version(), OrderView.of(view)));
    }

    /**
     * The order and how far its customers are told.
     *
     * @param of cases that rested on it when it was declared; absent until they are counted
     * @param done of them that were looked at
     * @param told in which there was something to tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderView(
            String orderId,
            DepartmentCode department,
            List<String> restsOn,
            String reason,
            String state,
            @Nullable Integer of,
            int done,
            int told,
            Instant declaredAt,
            @Nullable Instant endedAt) {
        static OrderView of(CaseView<ResolutionState> view) {
            if (!(view.state() instanceof OrderWalk walk)) {
                throw new IllegalStateException("Expected an order under the id of one");
            }
            return new OrderView(
                    view.id().substring(OrderWalk.PREFIX.length()),
                    walk.order().department(),
                    walk.order().restsOn(),
                    walk.order().reason(),
                    walk.endedAt() == null ? "telling" : "told",
                    walk.of(),
                    walk.done(),
                    walk.told(),
                    walk.order().declaredAt(),
                    walk.endedAt());
        }
    }
}
