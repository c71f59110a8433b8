package io.redress.resolution.application;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.CaseId;
import io.redress.contracts.Remedy;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.Attempt;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteChosen;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.RemedyTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * In a mass outage the remedy is carried out before anybody is told (R110). That one is about to leave is written down
 * first; after a crash, and where nobody knows, it is asked what became of it and never simply ordered anew (rule 10).
 */
public final class ExecuteFirst implements AutoCloseable {
    private static final int FEW = 20;
    private static final int PAGE = 500;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final Remedies remedies;
    private final InstantSource clock;
    private final Pace pace;
    private final LeaveAlone provider;
    private final MeterRegistry registry;
    private final Rounds rounds;

    /**
     * How it is done.
     *
     * @param alone whether no other process works on the same store: then what was ordered and is not answered was cut off
     *     by a crash and need not be waited for
     * @param atOnce so many remedies may be on their way at a time
     * @param every how often to look
     * @param terms how patiently
     */
    public record Pace(boolean alone, int atOnce, Duration every, RemedyTerms terms) {}

    /** Looks from now on. */
    public ExecuteFirst(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Remedies remedies,
            InstantSource clock,
            Pace pace,
            MeterRegistry registry) {
        this.lanes = lanes;
        this.remedies = remedies;
        this.clock = clock;
        this.pace = pace;
        this.provider = new LeaveAlone(pace.terms());
        this.registry = registry;
        this.rounds = new Rounds("Carrying out the remedy of an incident", pace.every(), this::round);
    }

    /** First what is uncertain, so that nothing is on its way twice; nothing of this process is underway then. */
    private Mono<Boolean> round() {
        return ask().then(order());
    }

    private Mono<Void> ask() {
        Instant now = clock.instant();
        return lanes.find(OutageEntries.ordered(PAGE))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .flatMap(view -> ask(view, now), pace.atOnce())
                .then();
    }

    private Mono<Void> ask(CaseView<ResolutionState> view, Instant now) {
        if (!(view.state() instanceof AffectedAccount account)
                || !(account.stage() instanceof Ordered ordered)
                || ordered.askAt().isAfter(now) && !(pace.alone() && ordered.unanswered() == 0)) {
            return Mono.empty();
        }
        return safely(remedies.ask(remedyId(account)))
                .flatMap(outcome -> note(view.id(), outcome, command(outcome, ordered, true)));
    }

    /** Whether there was a whole page that could be ordered, so that more may wait. */
    private Mono<Boolean> order() {
        return provider.isLeftAlone(clock.instant())
                ? Mono.just(false)
                : lanes.find(OutageEntries.executing(FEW))
                        .flatMapIterable(CaseLanes.ViewPage::cases)
                        .concatMap(view -> view.state() instanceof RemedyPlan plan ? order(plan) : Mono.just(false))
                        .reduce(false, Boolean::logicalOr);
    }

    private Mono<Boolean> order(RemedyPlan plan) {
        if (plan.approved() == null) {
            return Mono.just(false);
        }
        Remedy remedy = plan.approved().remedy();
        Instant now = clock.instant();
        return lanes.find(OutageEntries.wanted(plan.incidentId().value(), PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .filter(view -> isDue(view, now))
                        .flatMap(view -> orderOnce(view, remedy), pace.atOnce())
                        .then(Mono.fromSupplier(() -> page.cases().size() == PAGE
                                && isDue(page.cases().getLast(), now)
                                && !provider.isLeftAlone(clock.instant()))));
    }

    private static boolean isDue(CaseView<ResolutionState> view, Instant now) {
        return view.state() instanceof AffectedAccount account
                && !account.wantedFrom().isAfter(now);
    }

    /** Where what the customer has chosen brings at least as much of the same kind, that is the one. */
    private Mono<Void> orderOnce(CaseView<ResolutionState> view, Remedy remedy) {
        return view.state() instanceof AffectedAccount account && !provider.isLeftAlone(clock.instant())
                ? chosen(account, remedy)
                        .flatMap(caseId -> submit(view.id(), new NoteChosen(caseId, remedy.kind())))
                        .switchIfEmpty(Mono.defer(() -> submit(
                                view.id(),
                                new OrderRemedy(
                                        remedy,
                                        clock.instant().plus(pace.terms().claim())))))
                        .flatMap(this::executeOrdered)
                : Mono.empty();
    }

    private Mono<CaseId> chosen(AffectedAccount account, Remedy remedy) {
        return Flux.fromIterable(account.untold())
                .concatMap(untold -> lanes.read(untold.caseId().value()))
                .filter(view -> ResolutionRules.caseOf(view.state()).receivesByChoice(remedy))
                .next()
                .map(view -> new CaseId(view.id()));
    }

    private Mono<Void> executeOrdered(Outcome<ResolutionState, ResolutionFact> outcome) {
        return outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var facts)
                        && !facts.isEmpty()
                        && view.state() instanceof AffectedAccount account
                        && account.stage() instanceof Ordered ordered
                ? execute(view.id(), account, ordered)
                : Mono.empty();
    }

    private Mono<Void> execute(String document, AffectedAccount account, Ordered ordered) {
        Instant now = clock.instant();
        Attempt attempt = requireNonNull(ordered.attempt());
        return safely(remedies.execute(new RemedyOrder(
                        remedyId(account),
                        account.account(),
                        ordered.remedy(),
                        account.incidentId().value(),
                        attempt.orderedAt(),
                        attempt.isInDoubt(now, pace.terms().claim()))))
                .doOnNext(outcome -> provider.heard(outcome, clock.instant()))
                .flatMap(outcome -> note(document, outcome, command(outcome, ordered, false)));
    }

    private static String remedyId(AffectedAccount account) {
        return IncidentRemedy.remedyId(account.incidentId(), account.account());
    }

    private static Mono<RemedyOutcome> safely(Mono<RemedyOutcome> outcome) {
        return outcome.onErrorResume(failure -> Mono.just(new RemedyOutcome.Unknown(
                "It failed unexpectedly: " + failure.getClass().getSimpleName() + ".")));
    }

    private Mono<Void> note(String document, RemedyOutcome outcome, IncidentRemedyCommand command) {
        registry.counter("redress_incident_remedies", "outcome", word(outcome)).increment();
        return submit(document, command).then();
    }

    private static IncidentRemedyCommand command(RemedyOutcome outcome, Ordered ordered, boolean asked) {
        return switch (outcome) {
            case RemedyOutcome.Executed(var reference, var at) -> new NoteExecuted(ordered.remedy(), reference, at);
            case RemedyOutcome.Refused(var reason) -> new NoteRefused(ordered.number(), reason);
            case RemedyOutcome.Unknown(var reason) -> new NoteUnknown(ordered.number(), reason);
            case RemedyOutcome.NeverOrdered(var notBefore) -> new NoteNeverOrdered(ordered.number(), asked, notBefore);
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
        rounds.close();
    }
}
