package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.department.application.AskedView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.UnfitView;
import io.redress.department.application.WeighDates;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Completeness;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Asks a department for something: the front desk for a case, another department for its part in it (R58). */
@RestController
class AskEndpoint {
    private final DepartmentCases cases;
    private final Completeness completeness;
    private final WeighDates dates;

    AskEndpoint(DepartmentCases cases, Charters charters, WeighDates dates) {
        this.cases = cases;
        this.completeness = new Completeness(charters);
        this.dates = dates;
    }

    @PostMapping("/api/v1/departments/{code}/requests")
    Mono<ResponseEntity<AskedView>> ask(
            @PathVariable DepartmentCode code,
            @RequestBody AskBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        AskDepartment command = command(code, body, key, caller);
        return cases.submit(Submission.<DepartmentCommand>of(command.caseId().value(), command)
                        .tracedBy(traceparent))
                .flatMap(outcome -> soonerThanUsual(outcome, command)
                        .map(usual -> answer(outcome, command, usual))
                        .switchIfEmpty(Mono.fromSupplier(() -> answer(outcome, command, null))));
    }

    private static AskDepartment command(DepartmentCode code, AskBody body, IdempotencyKey key, Caller caller) {
        Map<String, String> fields = FieldsBody.given(body.fields());
        return new AskDepartment(
                Objects.requireNonNull(body.caseId()),
                // A department has one system of keys for all that it says about a request; people have their own.
                body.forRequest() == null ? "person:" + caller.subject() + "/" + key.value() : key.value(),
                CooperationAccess.speaker(caller),
                code,
                body.forRequest(),
                Objects.requireNonNull(body.kind()),
                Objects.requireNonNull(body.subject()),
                fields == null ? Map.of() : fields,
                body.wantedBy());
    }

    /** Who wants something sooner than usual hears the numbers at once (R88). */
    private Mono<Usual> soonerThanUsual(Outcome<DepartmentCase, DepartmentFact> outcome, AskDepartment command) {
        Instant wantedBy = command.wantedBy();
        return wantedBy != null && outcome instanceof Outcome.Accepted<DepartmentCase, DepartmentFact>(var view, var _)
                ? Mono.justOrEmpty(natureOf(view.state()))
                        .flatMap(nature -> dates.usual(command.from(), command.kind(), nature))
                        .filter(usual -> wantedBy.isBefore(usual.medianDate()))
                : Mono.empty();
    }

    /** What the case is about; the same for all of its requests. */
    private static Optional<String> natureOf(DepartmentCase state) {
        return state.requests().stream().map(it -> it.ask().nature()).findFirst();
    }

    private ResponseEntity<AskedView> answer(
            Outcome<DepartmentCase, DepartmentFact> outcome, AskDepartment command, @Nullable Usual usual) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(var code, var why, var view)) {
            throw refusal(code, why + ".", view, command);
        }
        return Answers.accepted(
                URI.create("/api/v1/cases/" + command.caseId() + "/cooperation"),
                CooperationAccess.written(outcome),
                AskedView.of(CooperationAccess.state(outcome), command, usual));
    }

    private Refusal refusal(String code, String why, CaseView<DepartmentCase> view, AskDepartment command) {
        return switch (code) {
            case "unknown-case", "unknown-request" -> Refusal.notFound();
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why);
            case "unfit-request" -> unfit(view.state(), command);
            case "own-department", "for-request-missing" ->
                Refusal.unprocessable(List.of(new Reason("/forRequest", why)));
            case "execution-follows-a-choice" -> Refusal.unprocessable(List.of(new Reason("/kind", why)));
            case "wanted-by-passed" -> Refusal.unprocessable(List.of(new Reason("/wantedBy", why)));
            default -> Refusal.conflict(code, why, null);
        };
    }

    private Refusal unfit(DepartmentCase state, AskDepartment command) {
        Look look = completeness.look(state, command.from(), command.kind(), command.fields());
        return FieldsBody.refusal(look, UnfitView.of(command.from(), command.caseId(), command.forRequest(), look));
    }
}
