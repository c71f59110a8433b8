package io.redress.resolution.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.PendingEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.resolution.domain.ExecutionCommand;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyExecuted;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyNeverOrdered;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyRefused;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyUnknown;
import io.redress.resolution.domain.ExecutionCommand.TakeRemedy;
import io.redress.resolution.domain.Executions;
import io.redress.resolution.domain.PlanStep;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Sending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Has remedies carried out, and asks for those of which nobody knows. What is to be done stands in an index of the store;
 * that a remedy is being ordered is written down before it is ordered, so that after a crash it is asked for first.
 */
public final class SendRemedies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendRemedies.class);
    private static final String ORDERED = EventTypes.wireName(RemedyOrdered.class);
    private static final String NOT_UNDONE = EventTypes.wireName(CompensationFailed.class);
    private static final int PAGE = 200;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final Remedies remedies;
    private final InstantSource clock;
    private final int atOnce;
    private final MeterRegistry registry;
    private final Counter notUndone;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<Boolean> wanted = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /**
     * @param every how often to look without being told
     * @param atOnce remedies on their way at the same time
     */
    public SendRemedies(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Remedies remedies,
            InstantSource clock,
            Duration every,
            int atOnce,
            MeterRegistry registry) {
        this.lanes = lanes;
        this.remedies = remedies;
        this.clock = clock;
        this.atOnce = atOnce;
        this.registry = registry;
        this.notUndone = registry.counter("redress_compensations_failed_total");
        registry.gauge("redress_remedies_underway", underway, Set::size);
        lanes.whenDecided(this::heard);
        Flux.merge(Flux.interval(Duration.ZERO, every).map(_ -> true), wanted.asFlux())
                .onBackpressureLatest()
                .concatMap(_ -> look(), 1)
                .takeUntilOther(closing.asMono())
                .subscribe();
    }

    private void heard(List<PendingEvent> events) {
        events.stream().filter(event -> event.type().equals(NOT_UNDONE)).forEach(_ -> notUndone.increment());
        if (events.stream().anyMatch(event -> event.type().equals(ORDERED))) {
            wanted.tryEmitNext(true);
        }
    }

    /** Begins what is due, and does not wait until it has arrived. */
    private Mono<Void> look() {
        return lanes.find(RemedyEntries.first(PAGE))
                .doOnNext(page -> page.cases().forEach(view -> begin(view, clock.instant())))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("Remedies will be looked for again: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private void begin(CaseView<ResolutionState> view, Instant now) {
        ResolutionRules.caseOf(view.state())
                .assurances()
                .executions()
                .steps()
                .filter(step -> isDue(step, now))
                .forEach(step -> begin(view, step));
    }

    private static boolean isDue(PlanStep step, Instant now) {
        return step.sending() != null
                && step.sending().due().filter(due -> !due.isAfter(now)).isPresent();
    }

    private void begin(CaseView<ResolutionState> view, PlanStep step) {
        String remedyId = PlanStep.remedyId(new CaseId(view.id()), step.id());
        if (underway.size() >= atOnce || !underway.add(remedyId)) {
            return;
        }
        Mono.defer(() -> word(view, step, remedyId))
                .flatMap(it -> note(view.id(), it))
                .takeUntilOther(closing.asMono())
                .doFinally(_ -> underway.remove(remedyId))
                .subscribe(
                        _ -> {},
                        failure -> LOG.warn("The remedy {} will be looked at again: {}", remedyId, failure.toString()));
    }

    /** What was heard of one try. */
    private record Word(String remedyId, int tries, boolean asked, RemedyOutcome outcome) {
        ExecutionCommand command() {
            return switch (outcome) {
                case RemedyOutcome.Executed(var reference, var at) -> new NoteRemedyExecuted(remedyId, reference, at);
                case RemedyOutcome.Refused(var reason) -> new NoteRemedyRefused(remedyId, tries, reason);
                case RemedyOutcome.Unknown(var reason) -> new NoteRemedyUnknown(remedyId, tries, reason);
                case RemedyOutcome.NeverOrdered(var notBefore) ->
                    new NoteRemedyNeverOrdered(remedyId, tries, asked, notBefore);
            };
        }
    }

    private Mono<Word> word(CaseView<ResolutionState> view, PlanStep step, String remedyId) {
        Sending sending = Objects.requireNonNull(step.sending());
        if (!(sending instanceof Sending.ToOrder)) {
            return remedies.ask(remedyId).map(outcome -> new Word(remedyId, sending.tries(), true, outcome));
        }
        return submit(view.id(), new TakeRemedy(remedyId))
                .flatMap(outcome ->
                        outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var now, var facts)
                                        && !facts.isEmpty()
                                ? order(now, remedyId)
                                : Mono.empty());
    }

    /** As it stands after somebody has taken it, and nobody else can have. */
    private Mono<Word> order(CaseView<ResolutionState> view, String remedyId) {
        Executions executions =
                ResolutionRules.caseOf(view.state()).assurances().executions();
        PlanStep step = executions.stepOfRemedy(remedyId).orElseThrow();
        if (!(step.sending() instanceof Sending.Taken taken)) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return remedies.execute(new RemedyOrder(
                        remedyId,
                        Objects.requireNonNull(executions.account()),
                        Objects.requireNonNull(step.step().remedy()),
                        "case " + view.id() + ", step " + step.id(),
                        step.orderedAt().orElse(now),
                        taken.isDoubtful(now)))
                .map(outcome -> new Word(remedyId, taken.tries(), false, outcome));
    }

    private Mono<Void> note(String caseId, Word word) {
        registry.counter("redress_remedies_total", "outcome", word(word.outcome()))
                .increment();
        return submit(caseId, word.command()).then();
    }

    private static String word(RemedyOutcome outcome) {
        return switch (outcome) {
            case RemedyOutcome.Executed _ -> "executed";
            case RemedyOutcome.Refused _ -> "refused";
            case RemedyOutcome.Unknown _ -> "unknown";
            case RemedyOutcome.NeverOrdered _ -> "never-ordered";
        };
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String caseId, ExecutionCommand command) {
        return lanes.submit(Submission.of(caseId, (ResolutionCommand) command));
    }

    /** What is on its way is asked for after the next start. */
    @Override
    public void close() {
        closing.tryEmitEmpty();
    }
}
