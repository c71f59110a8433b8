package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.PayForUrgency;
import io.redress.department.application.UrgencyBudget;
import io.redress.department.application.UrgencyView;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Urgency;
import io.redress.department.domain.UrgencyCommand.JudgeUrgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyTerms;
import io.redress.department.domain.UrgencyWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
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

/** What comes before others, and who pays for it. */
@RestController
class UrgencyEndpoint {
    /** Whose allowance consultants spend. */
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private final DepartmentCases cases;
    private final PayForUrgency pay;
    private final Charters charters;
    private final UrgencyCauses causes;
    private final InstantSource clock;

    UrgencyEndpoint(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            DepartmentCases cases,
            PayForUrgency pay,
            Charters charters,
            UrgencyCauses causes,
            InstantSource clock) {
        this.lanes = lanes;
        this.cases = cases;
        this.pay = pay;
        this.charters = charters;
        this.causes = causes;
        this.clock = clock;
    }

    @PostMapping("/api/v1/departments/{code}/requests/{requestId}:urge")
    Mono<ResponseEntity<UrgencyView>> urge(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody UrgencyBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Urge command = new Urge(
                requestId,
                code,
                caller.subject() + "/" + key.value(),
                CooperationAccess.speaker(caller),
                Objects.requireNonNull(body.cause()),
                Objects.requireNonNull(body.reason()),
                new UrgencyTerms(causes.exempt(), causes.admitted(), charters::zoneOf));
        return submit(requestId, command, traceparent).flatMap(asked -> {
            DepartmentCase state = accepted(asked).view().state();
            Urgency urgency =
                    Objects.requireNonNull(state.dealings().urgencies().of(requestId));
            boolean again = accepted(asked).events().isEmpty();
            return urgency.verdict() == Urgency.Verdict.ASKED
                    ? pay.tell(requestId.caseId().value(), urgency)
                            .map(paid -> answer(accepted(paid), requestId, again))
                    : Mono.just(answer(accepted(asked), requestId, again));
        });
    }

    private ResponseEntity<UrgencyView> answer(
            Outcome.Accepted<DepartmentCase, DepartmentFact> outcome, RequestId requestId, boolean again) {
        UrgencyView view = Objects.requireNonNull(UrgencyView.of(outcome.view().state(), requestId));
        if (view.state().equals("refused")) {
            throw Refusal.conflict("urgency-spent", spent(view), view.state());
        }
        Answers.Written now = Outcomes.written(outcome.view(), DepartmentDefinition.STREAM);
        return Answers.written(new Answers.Written(now.caseId(), now.revision(), now.positions(), again), view);
    }

    private String spent(UrgencyView view) {
        return "Expected urgency within the allowance of " + view.requester() + " in " + view.week()
                + ", but this costs "
                + view.cost() + " and " + view.left() + " is left. It renews at "
                + UrgencyTerms.renewsAt(view.askedAt(), charters.zoneOf(view.requester()))
                + "; until then only the department asked can agree to an earlier date.";
    }

    @PostMapping("/api/v1/departments/{code}/requests/{requestId}:judge-urgency")
    Mono<ResponseEntity<UrgencyView>> judge(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody JudgementBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        if (!caller.isAny("department:" + code, "supervisor")) {
            throw Refusal.notFound();
        }
        JudgeUrgency command = new JudgeUrgency(
                requestId,
                code,
                Objects.requireNonNull(body.justified()),
                Objects.requireNonNull(body.reason()),
                caller.subject());
        return submit(requestId, command, traceparent)
                .map(outcome -> answer(
                        accepted(outcome), requestId, accepted(outcome).events().isEmpty()));
    }

    @GetMapping("/api/v1/departments/{code}/urgency")
    Mono<UrgencyBudget> budget(
            @PathVariable DepartmentCode code, @RequestParam(required = false) @Nullable String week, Caller caller) {
        if (!code.equals(FRONT_DESK) || !caller.is("consultant")) {
            Access.toRead(caller, code);
        }
        Checks checks = new Checks();
        checks.that(
                week == null || week.matches("[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])"),
                "/week",
                "Expected a week of ISO 8601, as in 2026-W47.");
        checks.orRefuse();
        Instant now = clock.instant();
        ZoneId zone = charters.zoneOf(code);
        String which = week == null ? UrgencyTerms.week(now, zone) : week;
        return lanes.read(UrgencyWeek.idOf(code, which), Map.of())
                .map(view -> UrgencyBudget.of(
                        code,
                        which,
                        UrgencyTerms.renewsAt(now, zone),
                        charters.of(code).urgentAllowance(),
                        view.state()));
    }

    /** What cost nothing, the latest first: each with who said why (R91). */
    @GetMapping("/api/v1/urgency/exemptions")
    Mono<Exemptions> exemptions(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        return cases.find(new IndexQuery(DepartmentDefinition.EXEMPT, DepartmentDefinition.ALL, cursor, limit))
                .map(page -> new Exemptions(
                        page.cases().stream()
                                .flatMap(view -> view.state().dealings().urgencies().all().stream())
                                .filter(it -> it.exemption() != null)
                                .map(it -> new Exemption(it.requestId(), it.department(), UrgencyView.of(it)))
                                .distinct()
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** One page; {@code next} is absent on the last. */
    record Exemptions(List<Exemption> items, @Nullable String next) {}

    /** One request that came before others without anybody paying for it. */
    record Exemption(RequestId requestId, DepartmentCode department, UrgencyView urgency) {}

    private Mono<Outcome<DepartmentCase, DepartmentFact>> submit(
            RequestId requestId, DepartmentCommand command, String traceparent) {
        return cases.submit(Submission.of(requestId.caseId().value(), command).tracedBy(traceparent));
    }

    private static Outcome.Accepted<DepartmentCase, DepartmentFact> accepted(
            Outcome<DepartmentCase, DepartmentFact> outcome) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(String code, String why, var _)) {
            throw refusal(code, why);
        }
        return Outcomes.accepted(outcome);
    }

    private static Refusal refusal(String code, String why) {
        return switch (code) {
            case "unknown-request" -> Refusal.notFound();
            case "key-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            default -> Refusal.conflict(code, why + ".", null);
        };
    }
}
