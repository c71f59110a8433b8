package io.redress.resolution.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.Remedy;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * In a mass outage the remedy is carried out before anybody is told (R110). That one is about to leave is written down
 * first; after a crash, and where nobody knows, it is asked what became of it and never simply ordered anew (rule 10).
 */
public final class ExecuteFirst implements AutoCloseable {
    private static final int FEW = 20;
    private static final int PAGE = 500;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final Remedies remedies;
    private final InstantSource clock;
    private final boolean alone;
    private final int atOnce;
    private final MeterRegistry registry;
    private final List<Rounds> rounds;

    /**
     * @param alone whether no other process works on the same store: then what was ordered and is not answered was cut off
     *     by a crash and need not be waited for
     * @param atOnce so many remedies may be on their way at a time
     * @param every how often to look
     */
    public ExecuteFirst(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Remedies remedies,
            InstantSource clock,
            boolean alone,
            int atOnce,
            Duration every,
            MeterRegistry registry) {
        this.lanes = lanes;
        this.remedies = remedies;
        this.clock = clock;
        this.alone = alone;
        this.atOnce = atOnce;
        this.registry = registry;
        this.rounds = List.of(new Rounds("Carrying out the remedy of an incident", every, this::round));
    }

    /** First what is uncertain, so that nothing is on its way twice; nothing of this process is underway then. */
    private Mono<Boolean> round() {
        return ask().then(order());
    }

    private Mono<Void> ask() {
        Instant now = clock.instant();
        return lanes.find(OutageEntries.ordered(PAGE))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .flatMap(view -> isToBeAsked(view, now) ? ask(view) : Mono.empty(), atOnce)
                .then();
    }

    private boolean isToBeAsked(CaseView<ResolutionState> view, Instant now) {
        return view.state() instanceof AffectedAccount account
                && account.stage() instanceof Ordered ordered
                && (!ordered.askAt().isAfter(now) || alone && ordered.unanswered() == 0);
    }

    private Mono<Void> ask(CaseView<ResolutionState> view) {
        AffectedAccount account = (AffectedAccount) view.state();
        return safely(remedies.ask(IncidentRemedy.remedyId(account.incidentId(), account.account())))
                .flatMap(outcome -> note(view.id(), outcome));
    }

    /** Whether there was a whole page, so that more may wait. */
    private Mono<Boolean> order() {
        return lanes.find(OutageEntries.executing(FEW))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .concatMap(view -> view.state() instanceof RemedyPlan plan ? order(plan) : Mono.just(false))
                .reduce(false, Boolean::logicalOr);
    }

    private Mono<Boolean> order(RemedyPlan plan) {
        if (plan.approved() == null) {
            return Mono.just(false);
        }
        Remedy remedy = plan.approved().remedy();
        return lanes.find(OutageEntries.wanted(plan.incidentId().value(), PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(view -> order(view, remedy), atOnce)
                        .then(Mono.just(page.cases().size() == PAGE)));
    }

    private Mono<Void> order(CaseView<ResolutionState> view, Remedy remedy) {
        if (!(view.state() instanceof AffectedAccount account)) {
            return Mono.empty();
        }
        OrderRemedy intent = new OrderRemedy(remedy, clock.instant().plus(ANSWER_WITHIN));
        return submit(view.id(), intent)
                .filter(outcome ->
                        outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var _, var facts)
                                && !facts.isEmpty())
                .flatMap(_ -> safely(remedies.execute(new RemedyOrder(
                        IncidentRemedy.remedyId(account.incidentId(), account.account()),
                        account.account(),
                        remedy,
                        account.incidentId().value()))))
                .flatMap(outcome -> note(view.id(), outcome));
    }

    private static Mono<RemedyOutcome> safely(Mono<RemedyOutcome> outcome) {
        return outcome.onErrorResume(failure -> Mono.just(new RemedyOutcome.Unknown(
                "It failed unexpectedly: " + failure.getClass().getSimpleName() + ".")));
    }

    private Mono<Void> note(String document, RemedyOutcome outcome) {
        registry.counter("redress_incident_remedies", "outcome", word(outcome)).increment();
        return submit(document, command(outcome)).then();
    }

    private static IncidentRemedyCommand command(RemedyOutcome outcome) {
        return switch (outcome) {
            case RemedyOutcome.Executed(var reference, var at) -> new NoteExecuted(reference, at);
            case RemedyOutcome.Refused(var reason) -> new NoteRefused(reason);
            case RemedyOutcome.Unknown(var reason) -> new NoteUnknown(reason);
            case RemedyOutcome.NeverOrdered() -> new NoteNeverOrdered();
        };
    }

    private static String word(RemedyOutcome outcome) {
        return switch (outcome) {
            case RemedyOutcome.Executed _ -> "executed";
            case RemedyOutcome.Refused _ -> "refused";
            case RemedyOutcome.Unknown _ -> "unknown";
            case RemedyOutcome.NeverOrdered _ -> "never-ordered";
        };
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String id, ResolutionCommand command) {
        return lanes.submit(Submission.of(id, command));
    }

    @Override
    public void close() {
        rounds.forEach(Rounds::close);
    }
}
