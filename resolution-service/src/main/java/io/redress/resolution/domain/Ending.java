package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.Limits;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.CaseClosed.Reason;
import io.redress.resolution.domain.ClosingCommand.ExtendClock;
import io.redress.resolution.domain.ClosingCommand.LearnQuestion;
import io.redress.resolution.domain.ClosingCommand.LearnReply;
import io.redress.resolution.domain.ClosingCommand.LearnRequest;
import io.redress.resolution.domain.ClosingCommand.LearnWithdrawal;
import io.redress.resolution.domain.ClosingCommand.Reopen;
import io.redress.resolution.domain.ClosingFact.QuestionAsked;
import io.redress.resolution.domain.ClosingFact.QuestionOver;
import io.redress.resolution.domain.ClosingFact.RequestDropped;
import io.redress.resolution.domain.ClosingFact.RequestOpened;
import io.redress.resolution.domain.ClosingFact.RequestSettled;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnRedirection;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a case ends, and what happens to the clocks of the law on the way. */
final class Ending implements Following {
    private static final String STILL_OPEN = "still-open";

    private final TellingTheEnd telling;
    private final Running clocks;
    private final TakingTurns turns;
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    Ending(ProposalTerms terms, Regulations regulations, Evolving evolve) {
        this.telling = new TellingTheEnd(terms, regulations);
        this.clocks = new Running(regulations);
        this.turns = new TakingTurns(regulations);
        this.evolve = evolve;
    }

    static Decision<ResolutionFact> decide(ResolutionCase known, ClosingCommand command, Instant now) {
        return switch (command) {
            case Reopen reopen -> Reopening.decide(known, reopen, now);
            // What is offered is still the giver's, who owes the answer until the other has accepted.
            case LearnRequest(var raised) ->
                raised.offeredBy() == null
                        ? Decision.accept(new RequestOpened(raised.requestId(), raised.department()))
                        : Decision.nothing();
            case LearnWithdrawal(var withdrawn) -> Decision.accept(new RequestDropped(withdrawn.requestId()));
            case LearnQuestion(Instant askedAt) ->
                known.assurances().closure().clocks().isAsking()
                        ? Decision.nothing()
                        : Decision.accept(new QuestionAsked(askedAt));
            case LearnReply(Instant at) ->
                known.assurances().closure().clocks().isAsking()
                        ? Decision.accept(new QuestionOver(at))
                        : Decision.nothing();
            case ExtendClock extend -> Running.extend(known, extend, now);
        };
    }

    /** Both; neither is a refusal. */
    static Decision<ResolutionFact> with(Decision<ResolutionFact> first, Decision<ResolutionFact> then) {
        return first instanceof Decision.Accepted<ResolutionFact>(var some)
                        && then instanceof Decision.Accepted<ResolutionFact>(var more)
                ? Decision.accept(Stream.concat(some.stream(), more.stream()).toList())
                : then;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        List<ResolutionFact> all = new ArrayList<>(learned(command));
        ResolutionCase then = evolve.afterAll(before, all);
        for (ResolutionFact fact : orAnsweredAtLast(then, orDue(before, command, facts, now), now)) {
            if (fact instanceof Published(CaseClosed closed)) {
                List<OpenEnd> open = open(then);
                if (!open.isEmpty() && closed.reason() == Reason.CUSTOMERS_WORD) {
                    return stillOpen(open);
                }
                if (!open.isEmpty() && isWaitingForNext(before, now)) {
                    continue;
                }
            }
            ResolutionFact told = telling.completed(then, fact, now);
            List<ResolutionFact> more = new ArrayList<>(List.of(told));
            if (told instanceof Published(ResolutionEvent event)) {
                more.addAll(Running.met(then.assurances().closure().clocks(), event, now));
            }
            all.addAll(more);
            then = evolve.afterAll(then, more);
        }
        all.addAll(aboutClocks(then, command, now));
        return Decision.accept(all);
    }

    /** A closing that was put off is tried when it was said, and not with every other deadline. */
    private static boolean isWaitingForNext(ResolutionCase before, Instant now) {
        Instant putOff = before.assurances().closure().putOffUntil();
        return putOff != null && now.isBefore(putOff);
    }

    private List<ResolutionFact> aboutClocks(ResolutionCase then, ResolutionCommand command, Instant now) {
        List<ResolutionFact> facts = new ArrayList<>();
        // What is declared later begins no clock in a case that is on its way.
        if (command instanceof LearnRouting || command instanceof LearnRerouting) {
            facts.addAll(clocks.begun(then));
        }
        Instant since = command instanceof LearnReply(Instant at) ? at : now;
        facts.addAll(turns.turned(evolve.afterAll(then, facts), since));
        Background background = then.background();
        if (background != null && command instanceof DeadlineReached) {
            facts.addAll(Running.due(
                    background.caseId(),
                    evolve.afterAll(then, facts).assurances().closure().clocks(),
                    now));
        }
        return facts;
    }

    /**
     * What was no complaint could not end when it was settled, since an answer had not been heard here yet: topics run
     * behind one another as they like. It ends with what was open last.
     */
    private List<ResolutionFact> orAnsweredAtLast(ResolutionCase then, List<ResolutionFact> facts, Instant now) {
        // Hardly any case has such a closing, and every decision passes here.
        if (then.assurances().closure().putOffUntil() == null) {
            return facts;
        }
        ResolutionCase end = evolve.afterAll(then, facts);
        if (!(end.progress() instanceof Listening(Background background))
                || !open(end).isEmpty()) {
            return facts;
        }
        CaseClosed closed = new CaseClosed(background.caseId(), Reason.ANSWERED, null, null, now);
        return Stream.concat(facts.stream(), Stream.of(new Published(closed))).toList();
    }

    /** What a deadline brings besides what the progress of the case says. */
    private static List<ResolutionFact> orDue(
            ResolutionCase before, ResolutionCommand command, List<ResolutionFact> facts, Instant now) {
        Closure closure = before.assurances().closure();
        if (!(command instanceof DeadlineReached) || !facts.isEmpty()) {
            return facts;
        }
        return switch (before.progress()) {
            case Executed executed
            when isReached(closure.remindAt(), now) ->
                List.of(new Published(
                        new WordReminderDue(executed.background().caseId(), executed.wordAwaitedUntil())));
            case Listening(Background background)
            when isReached(closure.putOffUntil(), now) ->
                List.of(new Published(new CaseClosed(background.caseId(), Reason.ANSWERED, null, null, now)));
            default -> facts;
        };
    }

    private static boolean isReached(@Nullable Instant due, Instant now) {
        return due != null && !now.isBefore(due);
    }

    private List<ResolutionFact> learned(ResolutionCommand command) {
        return switch (command) {
            case LearnRouting(var routed) -> List.of(clocks.origin(routed));
            case LearnAnswer(var answered) -> List.of(new RequestSettled(answered.requestId()));
            case ForgetAnswer(var request) -> List.of(new RequestOpened(request, null));
            case LearnRedirection(var redirected) ->
                List.of(
                        new RequestDropped(redirected.requestId()),
                        new RequestOpened(redirected.replacedBy(), redirected.to()));
            default -> List.of();
        };
    }

    /** What keeps the case from being over: somebody owes an answer, something is still done or undone, or promised. */
    static List<OpenEnd> open(ResolutionCase known) {
        CaseId caseId =
                Optional.ofNullable(known.background()).map(Background::caseId).orElse(null);
        Stream<OpenEnd> execution = known.assurances().executions().open().stream()
                .flatMap(_ -> known.assurances().executions().plans().stream())
                // What another offer has taken the place of is not carried out any more; what is being undone is open.
                .filter(plan -> !plan.isSettled() && (plan.failed() || !isReplaced(known.progress())))
                .flatMap(plan -> plan.steps().stream()
                        .filter(step -> !(step.state() instanceof StepState.Done) || plan.failed())
                        .map(step -> new OpenEnd("step", step.id(), step.step().department())));
        // An offer that ends takes with it what was promised before and could not be kept.
        Stream<OpenEnd> promises = known.assurances().promises().open().stream()
                .filter(_ -> !isReplaced(known.progress()))
                .map(it -> new OpenEnd("promise", it.id(), null));
        return caseId == null
                ? List.of()
                : Stream.of(known.assurances().closure().requests().ends(caseId), execution, promises)
                        .flatMap(it -> it)
                        .toList();
    }

    private static boolean isReplaced(Progress progress) {
        return progress instanceof Proposed proposed && proposed.running() == null;
    }

    private static Decision<ResolutionFact> stillOpen(List<OpenEnd> open) {
        return Decision.reject(
                STILL_OPEN,
                "Expected a case in which nothing is open, but there is "
                        + open.stream()
                                .limit(Limits.OPEN_ENDS)
                                .map(it -> it.kind() + " " + it.id())
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
