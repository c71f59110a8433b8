package io.redress.resolution.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.CaseId;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.resolution.domain.Reservation;
import io.redress.resolution.domain.ReservationCommand.NoteHeld;
import io.redress.resolution.domain.ReservationCommand.NoteMissing;
import io.redress.resolution.domain.ReservationCommand.NoteSettledHold;
import io.redress.resolution.domain.ReservationCommand.NoteTaken;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Resource;
import io.redress.resolution.domain.Resource.Lapse;
import io.redress.resolution.domain.ResourceCommand.HoldFor;
import io.redress.resolution.domain.ResourceCommand.NoteLapseTold;
import io.redress.resolution.domain.ResourceCommand.ReleaseHeld;
import io.redress.resolution.domain.ResourceCommand.TakeHeld;
import io.redress.resolution.domain.ResourceCommand.UseUp;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries words between cases and resources. What is still to be said stands in an index of the store, and everything may
 * be said twice, so a crash in between only means that it is said again.
 */
public final class KeepReservations implements AutoCloseable {
    private static final int PAGE = 200;
    private static final int AT_ONCE = 50;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final MeterRegistry registry;
    private final Rounds asking;
    private final Rounds telling;

    /** @param every how often to look */
    public KeepReservations(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Duration every,
            MeterRegistry registry) {
        this.lanes = lanes;
        this.registry = registry;
        this.asking = new Rounds("Asking resources", every, this::ask);
        this.telling = new Rounds("Telling cases what they do not hold any more", every, this::tell);
    }

    private Mono<Boolean> ask() {
        return lanes.find(ReservationEntries.outstanding(PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(this::settle, AT_ONCE)
                        .then(Mono.just(page.cases().size() == PAGE)));
    }

    private Mono<Boolean> tell() {
        return lanes.find(ReservationEntries.untold(PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(this::tell)
                        .then(Mono.just(page.cases().size() == PAGE)));
    }

    /** Says what this case has to say to resources now, and gives back the case after it. */
    public Mono<CaseView<ResolutionState>> settle(String caseId) {
        return lanes.read(caseId).flatMap(this::settle).then(Mono.defer(() -> lanes.read(caseId)));
    }

    private Mono<Void> settle(CaseView<ResolutionState> view) {
        return Flux.fromIterable(ResolutionRules.caseOf(view.state())
                        .assurances()
                        .reservations()
                        .lines())
                .filter(Reservation::isOutstanding)
                .concatMap(line -> settle(new CaseId(view.id()), line))
                .then();
    }

    private Mono<Void> settle(CaseId caseId, Reservation line) {
        String resource = Resource.documentOf(line.resource());
        return switch (line.stage()) {
            case WANTED, HELD ->
                submit(
                                resource,
                                new HoldFor(
                                        line.id(),
                                        caseId,
                                        Resource.partOf(line.resource()),
                                        new BigDecimal(line.quantity()),
                                        line.keptUntil()))
                        .flatMap(outcome -> note(
                                caseId,
                                line,
                                outcome,
                                new NoteHeld(line.id(), line.until(), currency(outcome)),
                                "held"));
            case TO_TAKE ->
                submit(resource, new TakeHeld(line.id()))
                        .flatMap(outcome -> note(caseId, line, outcome, new NoteTaken(line.id()), "taken"));
            case TO_RELEASE ->
                submit(resource, new ReleaseHeld(line.id()))
                        .flatMap(_ -> said(caseId.value(), new NoteSettledHold(line.id()), "released"));
            case TO_USE_UP ->
                submit(resource, new UseUp(line.id()))
                        .flatMap(_ -> said(caseId.value(), new NoteSettledHold(line.id()), "used-up"));
            case TAKEN -> Mono.empty();
        };
    }

    private static @Nullable String currency(Outcome<ResolutionState, ResolutionFact> outcome) {
        return outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var _)
                        && view.state() instanceof Resource budget
                ? budget.terms().currency()
                : null;
    }

    private Mono<Void> note(
            CaseId caseId,
            Reservation line,
            Outcome<ResolutionState, ResolutionFact> outcome,
            ResolutionCommand agreed,
            String word) {
        return outcome instanceof Outcome.Rejected<ResolutionState, ResolutionFact>(var code, var _, var _)
                ? said(caseId.value(), new NoteMissing(line.id(), reason(code)), "missing")
                : said(caseId.value(), agreed, word);
    }

    /** A resource that takes no more holds has not enough either. */
    private static MissingReason reason(String code) {
        return switch (code) {
            case "not-known" -> MissingReason.NOT_KNOWN;
            case "lapsed", "not-held" -> MissingReason.EXPIRED;
            default -> MissingReason.NOT_ENOUGH;
        };
    }

    private Mono<Void> tell(CaseView<ResolutionState> view) {
        return view.state() instanceof Resource resource
                ? Flux.fromIterable(resource.untold())
                        .concatMap(lapse -> tell(view.id(), lapse))
                        .then()
                : Mono.empty();
    }

    private Mono<Void> tell(String resource, Lapse lapse) {
        return said(
                        lapse.caseId().value(),
                        new NoteMissing(lapse.holdId(), lapse.reason()),
                        lapse.reason().name().toLowerCase(Locale.ROOT))
                .then(Mono.defer(() -> submit(resource, new NoteLapseTold(lapse.holdId()))))
                .then();
    }

    /** Counts only what was new to the case. */
    private Mono<Void> said(String caseId, ResolutionCommand command, String outcome) {
        return submit(caseId, command)
                .doOnNext(answer -> {
                    if (answer instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var _, var facts)
                            && !facts.isEmpty()) {
                        registry.counter("redress_reservations_total", "outcome", outcome)
                                .increment();
                    }
                })
                .then();
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String id, ResolutionCommand command) {
        return lanes.submit(Submission.of(id, command));
    }

    @Override
    public void close() {
        asking.close();
        telling.close();
    }
}
