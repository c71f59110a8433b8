package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.DeliveryEntries;
import io.redress.department.application.DeliveryView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.domain.DeliveryCommand.Rate;
import io.redress.department.domain.DeliveryCommand.SendBack;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What whoever asked says about what was delivered. */
@RestController
class DeliveryEndpoint {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");
    private static final String REQUEST = "/api/v1/departments/{code}/requests/{requestId}";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final DepartmentCases cases;
    private final DeliveryTerms terms;

    DeliveryEndpoint(DepartmentCases cases, DeliveryTerms terms) {
        this.cases = cases;
        this.terms = terms;
    }

    @PostMapping(REQUEST + ":send-back")
    Mono<ResponseEntity<DeliveryView>> sendBack(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody SendBackBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return submit(
                Submission.of(requestId.caseId().value(), (DepartmentCommand) new SendBack(
                                requestId,
                                code,
                                caller.subject() + "/" + key.value(),
                                CooperationAccess.speaker(caller),
                                Objects.requireNonNull(body.reason()),
                                body.things(),
                                terms.sendBackWithin()))
                        .tracedBy(traceparent),
                requestId);
    }

    /** A correction names the rating that it corrects by its ETag. */
    @PostMapping(REQUEST + ":rate")
    Mono<ResponseEntity<DeliveryView>> rate(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody RatingBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Submission<DepartmentCommand> submission = Submission.of(
                        requestId.caseId().value(), (DepartmentCommand) new Rate(
                                requestId,
                                code,
                                CooperationAccess.speaker(caller),
                                body.onTime(),
                                body.complete(),
                                body.words(),
                                ifMatch != null))
                .tracedBy(traceparent);
        if (ifMatch == null) {
            return submit(submission, requestId);
        }
        ExpectedRevision seen = ExpectedRevision.parse(ifMatch);
        return cases.read(requestId.caseId().value(), Map.of()).flatMap(view -> {
            seen.orRefuse(view.version());
            return submit(submission.expecting(view.version()), requestId);
        });
    }

    /** What departments have delivered to this one; with {@code unrated} what it has still to rate, the oldest first. */
    @GetMapping("/api/v1/departments/{code}/deliveries")
    Mono<DeliveryPage> deliveries(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "false") boolean unrated,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        toRead(caller, code);
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        String index = unrated ? DeliveryEntries.UNRATED : DeliveryEntries.DELIVERED;
        return cases.find(new IndexQuery(index, code.value(), cursor, limit))
                .map(page -> new DeliveryPage(
                        page.cases().stream()
                                .flatMap(view -> DeliveryView.to(code, view.state(), unrated).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** One page; {@code next} is absent on the last. */
    record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}

    /** All consultants are the front desk. */
    static void toRead(Caller caller, DepartmentCode code) {
        if (!code.equals(FRONT_DESK) || !caller.is("consultant")) {
            Access.toRead(caller, code);
        }
    }

    private Mono<ResponseEntity<DeliveryView>> submit(Submission<DepartmentCommand> submission, RequestId requestId) {
        return cases.submit(submission).map(outcome -> answer(outcome, requestId));
    }

    static ResponseEntity<DeliveryView> answer(Outcome<DepartmentCase, DepartmentFact> outcome, RequestId requestId) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(String code, String why, var _)) {
            throw refusal(code, why);
        }
        Outcome.Accepted<DepartmentCase, DepartmentFact> accepted = Outcomes.accepted(outcome);
        Answers.Written now = Outcomes.written(accepted.view(), DepartmentDefinition.STREAM);
        return Answers.written(
                new Answers.Written(
                        now.caseId(),
                        now.revision(),
                        now.positions(),
                        accepted.events().isEmpty()),
                DeliveryView.of(accepted.view().state(), requestId));
    }

    private static Refusal refusal(String code, String why) {
        return switch (code) {
            case "unknown-request" -> Refusal.notFound();
            case "key-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "words-missing" -> Refusal.unprocessable(List.of(new Reason("/words", why + ".")));
            case "rated-before" -> Refusal.preconditionMissing(why + ".");
            default -> Refusal.conflict(code, why + ".", null);
        };
    }
}
