package io.redress.intake.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Unfiled;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One case per complaint (rule 1), answered at once (rule 4), and one voice for all that follows. */
public final class IntakeDecider implements Decider<IntakeState, IntakeCommand, IntakeFact> {
    private final Voice voice;
    private final Promises promises;

    public IntakeDecider(Voice voice, Promises promises) {
        this.voice = voice;
        this.promises = promises;
    }

    @Override
    public IntakeState initialState() {
        return new Unfiled();
    }

    @Override
    public Decision<IntakeFact> decide(IntakeState state, IntakeCommand command, Instant now) {
        return switch (command) {
            case FileComplaint file -> file(state, file, now);
            case Hear hear ->
                switch (state) {
                    case Unfiled _ -> Decision.nothing();
                    case Filed filed -> hear(filed, hear, now);
                };
            case DeadlineReached _ ->
                switch (state) {
                    case Unfiled _ -> Decision.nothing();
                    case Filed filed -> stillWorking(filed, now);
                };
        };
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeFact fact) {
        return switch (fact) {
            case Published _ -> state;
            case ComplaintFiled(var complaint, var diagnosis, var progress) ->
                new Filed(complaint, diagnosis, progress);
            case MovedOn(var progress) ->
                switch (state) {
                    case Unfiled unfiled -> unfiled;
                    case Filed(var complaint, var diagnosis, var _) -> new Filed(complaint, diagnosis, progress);
                };
        };
    }

    private Decision<IntakeFact> file(IntakeState state, FileComplaint command, Instant now) {
        if (state instanceof Filed) {
            return Decision.reject("already-filed", "Expected a new case, but this one has its complaint");
        }
        var complaint = new Complaint(
                command.key(),
                command.fingerprint(),
                command.reference(),
                command.clientReference(),
                command.submittedBy(),
                command.customer(),
                command.contact(),
                command.channel(),
                command.language(),
                command.text(),
                command.owner(),
                now);
        var found = command.diagnosis();
        var diagnosis = new ComplaintDiagnosed(
                command.caseId(),
                found.hypotheses(),
                found.mood(),
                found.publicImpact(),
                found.crisis(),
                found.rulesVersion(),
                now);
        Instant nextBy = now.plus(promises.firstUpdate());
        return Decision.accept(
                new ComplaintFiled(complaint, diagnosis, atFiling(diagnosis, nextBy)),
                new Published(received(command.caseId(), complaint)),
                new Published(diagnosis),
                message(
                        complaint,
                        diagnosis,
                        new Occasion.Received(nextBy),
                        diagnosis.caseId() + ":intake:2",
                        "1",
                        now));
    }

    private static Progress atFiling(ComplaintDiagnosed diagnosis, Instant nextBy) {
        NextStep next = onlyWantsToBeHeard(diagnosis.hypotheses().getFirst().cause())
                ? NextStep.CUSTOMER_IS_HEARD
                : NextStep.DEPARTMENT_ANSWERS;
        return new Progress(Step.RESPOND, Status.OPEN, new Next(next, nextBy), List.of(), null);
    }

    private static ComplaintReceived received(CaseId caseId, Complaint complaint) {
        return new ComplaintReceived(
                caseId,
                complaint.clientReference(),
                complaint.submittedBy(),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                complaint.text(),
                complaint.owner(),
                complaint.receivedAt());
    }

    private Decision<IntakeFact> hear(Filed filed, Hear hear, Instant now) {
        return switch (hear.event()) {
            case RoutingEvent event -> heardFromRouting(filed, event);
            case ResolutionEvent event -> heardFromResolution(filed, event, hear.eventId(), now);
            case ReviewEvent event -> heardFromReview(filed, event, hear.eventId(), now);
            default -> Decision.nothing();
        };
    }

    /** Other topics may be ahead of routing's, so a case that is further already only learns who is involved. */
    private static Decision<IntakeFact> heardFromRouting(Filed filed, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routed -> {
                Progress involving = filed.progress().involving(involved(routed));
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
                Decision.accept(new MovedOn(filed.progress()
                        .involving(Stream.concat(filed.progress().departments().stream(), Stream.of(redirected.to()))
                                .distinct()
                                .toList())));
            case RoutingEvent.RequestRaised _, RoutingEvent.OwnerDecisionRequested _ -> Decision.nothing();
        };
    }

    private static List<DepartmentCode> involved(CaseRouted routed) {
        return Stream.concat(
                        Stream.ofNullable(routed.lead()),
                        routed.involvements().stream().map(RoutingEvent.Involvement::department))
                .distinct()
                .toList();
    }

    private Decision<IntakeFact> heardFromResolution(Filed filed, ResolutionEvent event, String id, Instant now) {
        Progress progress = filed.progress();
        return switch (event) {
            case ResolutionEvent.SolutionsProposed proposed ->
                moved(
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
            case ResolutionEvent.SolutionExecuted executed ->
                moved(
                        filed,
                        progress.at(
                                Step.EXECUTE,
                                Status.RESOLVED,
                                new Next(NextStep.CUSTOMER_CONFIRMS, now.plus(promises.confirmation()))),
                        new Occasion.Executed(executed.title()),
                        id,
                        now);
            case ResolutionEvent.CaseClosed closed ->
                moved(
                        filed,
                        progress.closed(
                                closed.closedAt(), new Next(NextStep.REVIEW_FINISHES, now.plus(promises.review()))),
                        new Occasion.Closed(),
                        id,
                        now);
            case ResolutionEvent.ExecutionStepStarted _,
                    ResolutionEvent.ExecutionStepCompleted _,
                    ResolutionEvent.ExecutionStepFailed _ -> Decision.nothing();
        };
    }

    private Decision<IntakeFact> heardFromReview(Filed filed, ReviewEvent event, String id, Instant now) {
        return switch (event) {
            case ReviewEvent.SurveyInvited invited ->
                Decision.accept(message(
                        filed.complaint(), filed.diagnosis(), new Occasion.Survey(invited.dueAt()), id, id, now));
            case ReviewEvent.ReviewCompleted _ ->
                Decision.accept(new MovedOn(filed.progress()
                        .at(filed.progress().step(), filed.progress().status(), null)));
            case ReviewEvent.ReviewOpened _, ReviewEvent.SurveyAnswered _, ReviewEvent.ReviewOverdue _ ->
                Decision.nothing();
        };
    }

    private Decision<IntakeFact> moved(Filed filed, Progress to, Occasion occasion, String citing, Instant now) {
        return Decision.accept(
                new MovedOn(to), message(filed.complaint(), filed.diagnosis(), occasion, citing, citing, now));
    }

    /** An announced date is not missed in silence: the customer is told, and gets the next one. */
    private Decision<IntakeFact> stillWorking(Filed filed, Instant now) {
        Next next = filed.progress().next();
        if (next == null || !customerWaitsForUs(next.what()) || next.by().isAfter(now)) {
            return Decision.nothing();
        }
        Instant by = now.plus(promises.update());
        Progress extended =
                filed.progress().at(filed.progress().step(), filed.progress().status(), new Next(next.what(), by));
        String mark = "still-working:" + next.by();
        return Decision.accept(
                new MovedOn(extended),
                message(filed.complaint(), filed.diagnosis(), new Occasion.StillWorking(by), mark, mark, now));
    }

    /** When the customer must hear that it takes longer, while it is us who are waited for. */
    public static Optional<Instant> nextDue(Filed filed) {
        Next next = filed.progress().next();
        return next != null && customerWaitsForUs(next.what()) ? Optional.of(next.by()) : Optional.empty();
    }

    /** Whether silence would be ours, and not the customer's own time to think. */
    private static boolean customerWaitsForUs(NextStep what) {
        return what == NextStep.DEPARTMENT_ANSWERS || what == NextStep.EXECUTION_FINISHES;
    }

    private static boolean onlyWantsToBeHeard(Cause cause) {
        return cause == Cause.VENTING || cause == Cause.NO_COMPLAINT;
    }

    /** @param mark tells this message from others of its kind in the case, the same on every repetition */
    private IntakeFact message(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Occasion occasion,
            String citing,
            String mark,
            Instant now) {
        Voice.Words words = voice.say(occasion, complaint, diagnosis);
        return new Published(new CustomerMessageComposed(
                diagnosis.caseId(),
                diagnosis.caseId() + ":" + occasion.kind() + ":" + mark,
                occasion.kind(),
                complaint.customer().reference(),
                complaint.channel(),
                complaint.language(),
                words.subject(),
                words.body(),
                citing,
                now));
    }
}
