package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.RemedyEvent.RemedyExecuted;
import io.redress.contracts.RemedyEvent.RemedyRefused;
import io.redress.contracts.RemedyEvent.RemedyUnknown;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyExecuted;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyNeverOrdered;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyRefused;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyUnknown;
import io.redress.resolution.domain.ExecutionCommand.OfTry;
import io.redress.resolution.domain.ExecutionCommand.TakeRemedy;
import io.redress.resolution.domain.ExecutionFact.RemedyPutOff;
import io.redress.resolution.domain.ExecutionFact.RemedyTaken;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.Sending.Carried;
import io.redress.resolution.domain.Sending.Refused;
import io.redress.resolution.domain.Sending.Taken;
import io.redress.resolution.domain.Sending.ToOrder;
import io.redress.resolution.domain.Sending.Unknown;
import io.redress.resolution.domain.StepState.PartlyDone;
import io.redress.resolution.domain.StepState.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from the word of whoever carries remedies out. What is uncertain is asked for, and never ordered again. */
final class SendingRemedies {
    private final ProposeSolutions propose;
    private final RemedyTerms terms;

    SendingRemedies(ProposeSolutions propose, RemedyTerms terms) {
        this.propose = propose;
        this.terms = terms;
    }

    Decision<ResolutionFact> decide(ResolutionCase known, ExecutionCommand command, Instant now) {
        Background background = known.background();
        PlanStep step =
                known.assurances().executions().stepOfRemedy(command.remedyId()).orElse(null);
        if (background == null || step == null || step.sending() == null) {
            return Decision.reject(
                    "unknown-remedy", "Expected a remedy that this case has ordered, but got another one.");
        }
        Sending sending = step.sending();
        if (command instanceof OfTry word && (!isOut(step) || word.tries() != sending.tries())) {
            return Decision.nothing();
        }
        return switch (command) {
            case TakeRemedy it -> take(it, sending, now);
            case NoteRemedyExecuted it -> executed(known, background.caseId(), step, it, now);
            case NoteRemedyRefused it -> refused(known, background.caseId(), step, it, now);
            case NoteRemedyUnknown it -> unknown(background.caseId(), step, sending, it, now);
            case NoteRemedyNeverOrdered it -> neverOrdered(known, background.caseId(), step, sending, it, now);
        };
    }

    private Decision<ResolutionFact> take(TakeRemedy command, Sending sending, Instant now) {
        return sending instanceof ToOrder(var _, var next, var _) && !next.isAfter(now)
                ? Decision.accept(new RemedyTaken(command.remedyId(), now.plus(terms.claim())))
                : Decision.nothing();
    }

    /** It counts whenever it is heard: what has left the house has left. */
    private static Decision<ResolutionFact> executed(
            ResolutionCase known, CaseId caseId, PlanStep step, NoteRemedyExecuted command, Instant now) {
        if (step.sending() instanceof Carried || step.sending() instanceof Refused) {
            return Decision.nothing();
        }
        var remedy = Objects.requireNonNull(step.step().remedy());
        List<ResolutionFact> facts = new ArrayList<>();
        facts.add(new Published(new RemedyExecuted(
                caseId,
                command.remedyId(),
                remedy.kind(),
                remedy.amount(),
                step.id(),
                command.reference(),
                command.at())));
        RequestId requestId = requestOf(step);
        if (requestId != null) {
            facts.addAll(CarryingOut.executing(known)
                    .filter(it -> it.running().contains(step.id()))
                    .map(it -> Steps.completed(it, step.id(), requestId, now))
                    .orElseGet(() ->
                            List.of(new Published(new ExecutionStepCompleted(caseId, step.id(), requestId, now)))));
        }
        return Decision.accept(facts);
    }

    private static @Nullable RequestId requestOf(PlanStep step) {
        return switch (step.state()) {
            case PartlyDone(var requestId, var _) -> requestId;
            case Withdrawn(var _, var partDone) -> partDone;
            default -> null;
        };
    }

    private Decision<ResolutionFact> refused(
            ResolutionCase known, CaseId caseId, PlanStep step, NoteRemedyRefused command, Instant now) {
        RequestId requestId = requestOf(step);
        if (requestId == null) {
            return Decision.nothing();
        }
        List<ResolutionFact> facts = new ArrayList<>();
        facts.add(new Published(new RemedyRefused(caseId, command.remedyId(), command.reason(), now, step.id())));
        facts.addAll(CarryingOut.executing(known)
                .filter(it -> it.running().contains(step.id()))
                .map(it -> Steps.failed(it, step.id(), requestId, command.reason(), propose, now))
                .orElseGet(() -> List.of(CarryingOut.withdrawn(caseId, step, now))));
        return Decision.accept(facts);
    }

    private Decision<ResolutionFact> unknown(
            CaseId caseId, PlanStep step, Sending sending, NoteRemedyUnknown command, Instant now) {
        boolean known = sending instanceof Unknown;
        int tries = known ? sending.tries() + 1 : sending.tries();
        RemedyPutOff askedLater =
                new RemedyPutOff(command.remedyId(), true, tries, terms.next(tries, now), doubt(sending, now));
        return known
                ? Decision.accept(askedLater)
                : Decision.accept(
                        new Published(new RemedyUnknown(caseId, command.remedyId(), command.reason(), now, step.id())),
                        askedLater);
    }

    /** Of a plan that has failed meanwhile nothing is ordered any more, but what may have arrived is asked for. */
    private Decision<ResolutionFact> neverOrdered(
            ResolutionCase known,
            CaseId caseId,
            PlanStep step,
            Sending sending,
            NoteRemedyNeverOrdered command,
            Instant now) {
        boolean needed = CarryingOut.executing(known)
                .filter(it -> it.running().contains(step.id()))
                .isPresent();
        Doubt doubt = command.asked() ? doubt(sending, now).deniedOnceMore() : sending.doubt();
        if (!needed && (doubt == null || doubt.isOver(now))) {
            return Decision.accept(CarryingOut.withdrawn(caseId, step, now));
        }
        int tries = needed ? sending.tries() : sending.tries() + 1;
        return Decision.accept(
                new RemedyPutOff(command.remedyId(), !needed, tries, next(tries, command.notBefore(), now), doubt));
    }

    private Instant next(int tries, @Nullable Duration notBefore, Instant now) {
        Instant usual = terms.next(tries, now);
        Instant wanted = notBefore == null ? now : now.plus(notBefore);
        return wanted.isAfter(usual) ? wanted : usual;
    }

    /** About the order on its way, and those before it. */
    private Doubt doubt(Sending sending, Instant now) {
        Doubt before = sending.doubt();
        if (sending instanceof Taken taken) {
            return new Doubt(taken.until(), before == null ? 0 : before.denied());
        }
        return before == null ? new Doubt(now.plus(terms.claim()), 0) : before;
    }

    /** Whether somebody outside may have it. */
    private static boolean isOut(PlanStep step) {
        return step.sending() instanceof Taken || step.sending() instanceof Unknown;
    }
}
