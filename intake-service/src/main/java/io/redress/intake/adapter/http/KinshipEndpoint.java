package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.CaseId;
import io.redress.intake.application.FindKin;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.MergeCases;
import io.redress.intake.application.MergeCases.Merging;
import io.redress.intake.application.MergeCases.Wish;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.kinship.Shingles;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases that say the same: shown to those who answer for all cases, merged and parted by consultants. */
@RestController
class KinshipEndpoint {
    private static final String TRACE_PARENT = "traceparent";
    private static final String NO_SUCH_CASE = "Expected the id of a case that there is.";

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final FindKin findKin;
    private final MergeCases merges;

    KinshipEndpoint(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, FindKin findKin, MergeCases merges) {
        this.lanes = lanes;
        this.findKin = findKin;
        this.merges = merges;
    }

    @GetMapping("/api/v1/cases/{id}/duplicates")
    Mono<ResponseEntity<DuplicatesView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .flatMap(view -> view(view, caller).map(body -> Answers.seen(view.version(), body)));
    }

    @PostMapping("/api/v1/cases/{id}/merge")
    Mono<ResponseEntity<DuplicatesView>> merge(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            IdempotencyKey key,
            ExpectedRevision seen,
            @RequestBody MergeBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        CaseId into = body.survivor();
        String fingerprint = Fingerprint.of("merge", id.value(), into.value(), body.why());
        return existing(id, atLeast)
                .flatMap(view -> existingInto(into).thenReturn(view))
                .flatMap(view -> merges.merge(
                        wish(view, key, fingerprint, seen, caller, traceparent), into, body.why(), caller.subject()))
                .flatMap(merging -> answer(merging, caller, seen));
    }

    @PostMapping("/api/v1/cases/{id}/merge:undo")
    Mono<ResponseEntity<DuplicatesView>> undo(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            IdempotencyKey key,
            ExpectedRevision seen,
            @RequestBody MergeBody.UndoBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        String fingerprint = Fingerprint.of("undo", id.value(), body.why());
        return existing(id, atLeast)
                .flatMap(view -> merges.undo(
                        wish(view, key, fingerprint, seen, caller, traceparent), body.why(), caller.subject()))
                .flatMap(merging -> answer(merging, caller, seen));
    }

    private static Wish wish(
            CaseView<IntakeState> view,
            IdempotencyKey key,
            String fingerprint,
            ExpectedRevision seen,
            Caller caller,
            String traceparent) {
        // No version is negative: what the caller has not seen is stale, unless the same was done before.
        long expected = seen.matches(view.version()) ? view.version() : Long.MIN_VALUE;
        return new Wish(
                new CaseId(view.id()),
                Fingerprint.of(caller.subject(), key.value()),
                fingerprint,
                expected,
                traceparent);
    }

    private Mono<CaseView<IntakeState>> existing(CaseId id, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.state() instanceof Filed)
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<CaseView<IntakeState>> existingInto(CaseId into) {
        return lanes.read(into.value())
                .filter(view -> view.state() instanceof Filed)
                .switchIfEmpty(Mono.error(() -> refused("/into", NO_SUCH_CASE)));
    }

    private static Refusal refused(String pointer, String why) {
        Checks checks = new Checks();
        checks.that(false, pointer, why);
        try {
            checks.orRefuse();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new IllegalStateException("A failed check refuses");
    }

    private Mono<ResponseEntity<DuplicatesView>> answer(Merging merging, Caller caller, ExpectedRevision seen) {
        return switch (merging) {
            case Merging.Done(var view, var replayed) -> {
                Answers.Written written = Outcomes.written(view, IntakeDefinition.STREAM);
                yield view(view, caller)
                        .map(body -> Answers.written(
                                new Answers.Written(
                                        written.caseId(), written.revision(), written.positions(), replayed),
                                body));
            }
            case Merging.Refused(var code, var why, var _)
            when code.equals("another-customer") -> Mono.error(Refusal.unprocessable(code, why));
            case Merging.Refused(var code, var why, var _)
            when code.equals("into-itself") -> Mono.error(refused("/into", why));
            case Merging.Refused(var code, var why, var _) -> Mono.error(Refusal.conflict(code, why, null));
            case Merging.Reused() ->
                Mono.error(Refusal.unprocessable(
                        "idempotency-key-reused",
                        "Expected a new Idempotency-Key for another request, but it was used before."));
            case Merging.Stale(var view) -> Mono.error(Refusal.stale(seen.tag(), view.version()));
        };
    }

    private Mono<DuplicatesView> view(CaseView<IntakeState> view, Caller caller) {
        if (!(view.state() instanceof Filed filed)) {
            return Mono.error(Refusal.notFound());
        }
        boolean withText = caller.isAny("consultant", "supervisor");
        return findKin.of(
                        filed.complaint().customer().reference(),
                        Shingles.of(filed.complaint().text()))
                .map(alike -> DuplicatesView.of(view, filed, alike, withText));
    }
}
