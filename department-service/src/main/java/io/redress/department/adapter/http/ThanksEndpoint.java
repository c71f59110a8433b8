package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.DeliveryEntries;
import io.redress.department.application.DeliveryView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.ThanksView;
import io.redress.department.domain.DeliveryCommand.Thank;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.ThanksWeek;
import io.redress.department.domain.ThanksWeekCommand.TakePlace;
import io.redress.department.domain.UrgencyTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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

/** Thanks, of either side of a request to the other. */
@RestController
class ThanksEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private final DepartmentCases cases;
    private final DeliveryTerms terms;
    private final InstantSource clock;

    ThanksEndpoint(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            DepartmentCases cases,
            DeliveryTerms terms,
            InstantSource clock) {
        this.lanes = lanes;
        this.cases = cases;
        this.terms = terms;
        this.clock = clock;
    }

    /** One click is enough. The week is asked first; a place in it that a refusal leaves unused is the giver's loss. */
    @PostMapping("/api/v1/departments/{code}/requests/{requestId}:thank")
    Mono<ResponseEntity<DeliveryView>> thank(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody ThanksBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Thank thank = new Thank(requestId, code, CooperationAccess.speaker(caller), body.words());
        return takePlace(caller.subject(), requestId)
                .then(cases.submit(Submission.of(requestId.caseId().value(), (DepartmentCommand) thank)
                        .tracedBy(traceparent)))
                .map(outcome -> DeliveryEndpoint.answer(outcome, requestId));
    }

    private Mono<Void> takePlace(String person, RequestId requestId) {
        Instant now = clock.instant();
        String week = ThanksWeek.idOf(person, UrgencyTerms.week(now, ZoneOffset.UTC));
        TakePlace place = new TakePlace(requestId, terms.thanksAWeek());
        return lanes.submit(Submission.of(week, (DepartmentCommand) place)).handle((outcome, sink) -> {
            if (outcome instanceof Outcome.Rejected<DepartmentState, DepartmentFact>(var _, var why, var _)) {
                sink.error(
                        Refusal.tooMany(why + ".", Duration.between(now, UrgencyTerms.renewsAt(now, ZoneOffset.UTC))));
            }
        });
    }

    /** What a department was thanked for, the latest first. */
    @GetMapping("/api/v1/departments/{code}/thanks")
    Mono<ThanksPage> thanks(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        DeliveryEndpoint.toRead(caller, code);
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        return cases.find(new IndexQuery(DeliveryEntries.THANKED, code.value(), cursor, limit))
                .map(page -> new ThanksPage(
                        page.cases().stream()
                                .flatMap(view -> ThanksView.to(code, view.state()).stream())
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** One page; {@code next} is absent on the last. */
    record ThanksPage(List<ThanksView> items, @Nullable String next) {}
}
