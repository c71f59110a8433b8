package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.AssuranceEvent;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClosingEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.IntakeEvent.StepDeviated.Move;
import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.WaitEvent;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Occasion.TimeLimit.Stage;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the other services say moves the case on, and the customer hears what concerns them. */
final class Hearing {
    private final Messages messages;
    private final Promises promises;
    private final Redirecting redirecting;
    private final Reestimating reestimating;
    private final HearingPromises promised;

    Hearing(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
        this.redirecting = new Redirecting(messages, promises);
        this.reestimating = new Reestimating(messages, promises);
        this.promised = new HearingPromises(messages, promises);
    }

    Decision<IntakeFact> hear(Filed filed, Hear hear, Instant now) {
        return switch (hear.event()) {
            case RoutingEvent.CaseRerouted rerouted -> redirecting.hear(filed, rerouted, hear.eventId(), now);
            case DateReestimated moved -> reestimating.hear(filed, moved, hear.eventId(), now);
            case RoutingEvent event -> heardFromRouting(filed, event);
            case DepartmentEvent event -> heardFromDepartment(filed, event);
            case ResolutionEvent event -> heardFromResolution(filed, event, hear.eventId(), now);
            case ReviewEvent event -> heardFromReview(filed, event, hear.eventId(), now);
            default -> Decision.nothing();
        };
    }

    /** Other topics may be ahead of routing's, so a case that is further already only learns who is involved. */
    private static Decision<IntakeFact> heardFromRouting(Filed filed, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routed -> {
                Progress involving =
                        filed.progress().involving(involved(routed)).waiting(asked(filed, routed));
                boolean first = filed.progress().step().compareTo(Step.COORDINATE) < 0;
                yield Decision.accept(new MovedOn(
                        first && routed.lead() != null
                                ? involving.at(
                                        Step.COORDINATE,
                                        Status.OPEN,
                                        filed.progress().next())
                                : involving));
            }
            case RoutingEvent.RequestRedirected redirected ->
                Decision.accept(new MovedOn(involvingToo(filed, redirected.to())
                        .waiting(filed.progress()
                                .waits()
                                .replaced(
                                        redirected.requestId().value(),
                                        redirected.replacedBy().value(),
                                        examination(filed)))));
            // Who is asked to take it over may read the case; what is waited for does not change before they accept.
            case OwnershipEvent.OwnershipOffered offered
            when offered.to().isDepartment() ->
                Decision.accept(new MovedOn(
                        involvingToo(filed, new DepartmentCode(offered.to().id()))));
            case OwnershipEvent.OwnershipOffered _ -> Decision.nothing();
            case RoutingEvent.RequestWithdrawn withdrawn ->
                Decision.accept(new MovedOn(filed.progress()
                        .waiting(filed.progress()
                                .waits()
                                .answered(withdrawn.requestId().value()))));
            case RoutingEvent.CaseRerouted _,
                    RoutingEvent.CaseSettled _,
                    RoutingEvent.RequestRaised _,
                    RoutingEvent.OwnerDecisionRequested _,
                    RoutingEvent.CasePaused _,
                    RoutingEvent.CaseResumed _,
                    RoutingEvent.SolutionsRequested _,
                    OwnershipEvent.OfferReturned _,
                    OwnershipEvent.OwnershipMoved _,
                    OwnershipEvent.OwnerDecided _,
                    OwnershipEvent.HandoverDecisionRequested _,
                    WaitEvent _,
                    SilenceEvent _,
                    KnowledgeEvent _ -> Decision.nothing();
        };
    }

    private static Progress involvingToo(Filed filed, DepartmentCode department) {
        return filed.progress()
                .involving(Stream.concat(filed.progress().departments().stream(), Stream.of(department))
                        .distinct()
                        .toList());
    }

    /** Who has a part in a case, the leading one first. */
    static List<DepartmentCode> involved(CaseRouted routed) {
        return Stream.concat(
                        Stream.ofNullable(routed.lead()),
                        routed.involvements().stream().map(RoutingEvent.Involvement::department))
                .distinct()
                .toList();
    }

    private static Waits asked(Filed filed, CaseRouted routed) {
        return filed.progress()
                .waits()
                .asking(
                        routed.involvements().stream()
                                .map(it -> it.requestId().value())
                                .toList(),
                        WaitsFor.examinationOf(routed.nature()));
    }

    private static WaitsFor examination(Filed filed) {
        return WaitsFor.examinationOf(filed.diagnosis().hypotheses().getFirst().nature());
    }

    /** An answer does not move the case; it ends a wait, as far as the case waited for it. */
    private static Decision<IntakeFact> heardFromDepartment(Filed filed, DepartmentEvent event) {
        if (event instanceof HelpRequested help) {
            return helped(filed, help.from());
        }
        if (event instanceof RequestWanted wanted) {
            return helped(filed, wanted.from());
        }
        if (!(event instanceof DepartmentEvent.RequestAnswered answered) || answered.kind() == RequestKind.EXECUTION) {
            return Decision.nothing();
        }
        return Decision.accept(new MovedOn(filed.progress()
                .waiting(filed.progress().waits().answered(answered.requestId().value()))));
    }

    /** Who helps another department sees the case as well (R85). */
    private static Decision<IntakeFact> helped(Filed filed, DepartmentCode by) {
        List<DepartmentCode> departments = filed.progress().departments();
        return departments.contains(by)
                ? Decision.nothing()
                : Decision.accept(new MovedOn(filed.progress()
                        .involving(Stream.concat(departments.stream(), Stream.of(by))
                                .toList())));
    }

    private Decision<IntakeFact> heardFromResolution(Filed filed, ResolutionEvent event, String id, Instant now) {
        Progress progress = filed.progress();
        return switch (event) {
            case ResolutionEvent.SolutionsProposed proposed ->
                moved(
                        Deviations.of(filed, proposed, now),
                        filed,
                        progress.at(
                                Step.PROPOSE, Status.OPEN, new Next(NextStep.CUSTOMER_CHOOSES, proposed.validUntil())),
                        new Occasion.Proposed(proposed.options(), proposed.disclosure(), proposed.validUntil()),
                        id,
                        now);
            case ResolutionEvent.ChoiceReminderDue due ->
                moved(filed, progress, new Occasion.Reminded(due.validUntil()), id, now);
            case ResolutionEvent.OptionChosen chosen -> {
                Instant by = now.plus(promises.update());
                yield moved(
                        filed,
                        progress.at(Step.EXECUTE, Status.OPEN, new Next(NextStep.EXECUTION_FINISHES, by)),
                        new Occasion.ExecutionStarted(chosen.title(), by),
                        id,
                        now);
            }
            // The offer said so; the date was told with the promise.
            case ResolutionEvent.ChoiceUpheld _ ->
                Decision.accept(new MovedOn(progress.at(
                        Step.EXECUTE,
                        Status.OPEN,
                        new Next(NextStep.EXECUTION_FINISHES, now.plus(promises.update())))));
            case ResolutionEvent.SolutionExecuted executed ->
                moved(
                        filed,
                        progress.at(
                                Step.EXECUTE,
                                Status.RESOLVED,
                                new Next(NextStep.CUSTOMER_CONFIRMS, now.plus(promises.confirmation()))),
                        new Occasion.Executed(executed.title(), executed.closesAt()),
                        id,
                        now);
            // Who praised or asked has had the answer; a word about how it came about would be out of place.
            case ResolutionEvent.CaseClosed closed
            when closed.reason() == ResolutionEvent.CaseClosed.Reason.ANSWERED -> {
                List<IntakeFact> facts = new ArrayList<>(Deviations.of(filed, closed, now));
                facts.add(new MovedOn(progress.closed(closed.closedAt(), null)));
                yield Decision.accept(facts);
            }
            case ResolutionEvent.CaseClosed closed ->
                moved(
                        Deviations.of(filed, closed, now),
                        filed,
                        progress.closed(
                                closed.closedAt(), new Next(NextStep.REVIEW_FINISHES, now.plus(promises.review()))),
                        new Occasion.Closed(closed.reopenableUntil(), closed.dispute()),
                        id,
                        now);
            case ClosingEvent ending -> heardOfTheEnd(filed, ending, id, now);
            case PromiseEvent promise -> promised.hear(filed, promise, id, now);
            case CaseRemedied remedied -> remedied(filed, remedied, id, now);
            case ClaimEvent claim -> SayingClaims.hear(messages, filed, claim, id, now);
            case ResolutionEvent.ExecutionStepStarted _,
                    ResolutionEvent.ExecutionStepCompleted _,
                    ResolutionEvent.ExecutionStepFailed _,
                    AssuranceEvent _ -> Decision.nothing();
        };
    }

    /** Of the law's dates the customer hears when they are set, moved or missed (R17, R69). */
    private Decision<IntakeFact> heardOfTheEnd(Filed filed, ClosingEvent event, String id, Instant now) {
        return switch (event) {
            case WordReminderDue due -> said(filed, new Occasion.WordAwaited(due.closesAt()), id, now);
            case CaseReopened reopened -> {
                Instant by = now.plus(promises.update());
                yield moved(
                        List.of(Deviations.told(filed, Move.REVISITED, Step.COORDINATE, reopened.reason(), now)),
                        filed,
                        filed.progress().reopened(new Next(NextStep.DEPARTMENT_ANSWERS, by)),
                        new Occasion.Reopened(by),
                        id,
                        now);
            }
            case RegulatoryClockStarted started ->
                said(filed, new Occasion.TimeLimit(Stage.STARTED, started.dueAt(), null), id, now);
            case RegulatoryClockMoved moved
            when moved.reason() != null ->
                said(filed, new Occasion.TimeLimit(Stage.EXTENDED, moved.to(), moved.reason()), id, now);
            case RegulatoryClockMoved moved ->
                said(filed, new Occasion.TimeLimit(Stage.LATER, moved.to(), null), id, now);
            case RegulatoryClockBreached breached ->
                said(filed, new Occasion.TimeLimit(Stage.MISSED, breached.dueAt(), null), id, now);
            case ClosingPutOff _,
                    RegulatoryClockPaused _,
                    RegulatoryClockResumed _,
                    RegulatoryClockWarned _,
                    RegulatoryClockMet _ -> Decision.nothing();
        };
    }

    private Decision<IntakeFact> said(Filed filed, Occasion occasion, String id, Instant now) {
        return Decision.accept(messages.about(filed, occasion, id, now));
    }

    /** What an outage's remedy has ended is told once for the account, and whoever complains later hears that it is done. */
    private Decision<IntakeFact> remedied(Filed filed, CaseRemedied remedied, String id, Instant now) {
        Progress progress = filed.progress().step().compareTo(Step.EXECUTE) < 0
                ? filed.progress()
                        .at(
                                Step.EXECUTE,
                                Status.RESOLVED,
                                new Next(NextStep.CUSTOMER_CONFIRMS, now.plus(promises.confirmation())))
                : filed.progress();
        return remedied.telling() == Telling.TOLD_ELSEWHERE
                ? Decision.accept(new MovedOn(progress))
                : moved(
                        filed,
                        progress,
                        new Occasion.OutageRemedied(
                                remedied.remedy(), remedied.telling() == Telling.ALREADY_DONE, remedied.closesAt()),
                        id,
                        now);
    }

    private Decision<IntakeFact> heardFromReview(Filed filed, ReviewEvent event, String id, Instant now) {
        return switch (event) {
            case ReviewEvent.SurveyInvited invited ->
                Decision.accept(messages.about(filed, new Occasion.Survey(invited.dueAt()), id, now));
            // The case may be open again meanwhile, and then something else comes next.
            case ReviewEvent.ReviewCompleted _ when filed.progress().status() != Status.CLOSED -> Decision.nothing();
            case ReviewEvent.ReviewCompleted _ ->
                Decision.accept(new MovedOn(filed.progress()
                        .at(filed.progress().step(), filed.progress().status(), null)));
            case ReviewEvent.SurveyAnswered answered ->
                Decision.accept(new IntakeFact.AftermathNoted(new Aftermath(answered.score(), answered.answeredAt())));
            case ReviewEvent.ReviewOpened _, ReviewEvent.ReviewOverdue _ -> Decision.nothing();
        };
    }

    private Decision<IntakeFact> moved(Filed filed, Progress to, Occasion occasion, String citing, Instant now) {
        return moved(List.of(), filed, to, occasion, citing, now);
    }

    private Decision<IntakeFact> moved(
            List<IntakeFact> first, Filed filed, Progress to, Occasion occasion, String citing, Instant now) {
        List<IntakeFact> facts = new ArrayList<>(first);
        facts.add(new MovedOn(to));
        facts.add(messages.about(filed, occasion, citing, now));
        return Decision.accept(facts);
    }
}
