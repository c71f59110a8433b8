package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.AssuranceEvent;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.ClearanceEvent.ProposalDeclined;
import io.redress.contracts.ClosingEvent;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.ResolutionEvent;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is proposed, chosen, done and over moves the case on, and the customer hears of it. */
final class HearingResolution {
    private final Messages messages;
    private final Promises promises;
    private final HearingPromises promised;
    private final HearingChoices choices;
    private final HearingBargains bargains;
    private final HearingTheEnd theEnd;

    HearingResolution(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
        this.promised = new HearingPromises(messages, promises);
        this.choices = new HearingChoices(messages, promises);
        this.bargains = new HearingBargains(messages, promises);
        this.theEnd = new HearingTheEnd(messages, promises);
    }

    Decision<IntakeFact> hear(Filed filed, ResolutionEvent event, String id, Instant now) {
        Progress progress = filed.progress();
        return switch (event) {
            case ResolutionEvent.SolutionsProposed proposed ->
                moved(
                        Deviations.of(filed, proposed, now),
                        filed,
                        progress.at(
                                Step.PROPOSE, Status.OPEN, new Next(NextStep.CUSTOMER_CHOOSES, proposed.validUntil())),
                        offer(proposed),
                        id,
                        now);
            case ResolutionEvent.ChoiceReminderDue due ->
                moved(
                        filed,
                        progress,
                        new Occasion.Reminded(due.validUntil(), Boolean.TRUE.equals(due.goesOn())),
                        id,
                        now);
            case ResolutionEvent.OptionChosen chosen -> choices.hear(filed, chosen, id, now);
            case ResolutionEvent.ChoiceUpheld upheld -> choices.hear(filed, upheld, id, now);
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
            case ProposalDeclined declined -> bargains.hear(filed, declined, id, now);
            case ProposalCountered countered -> bargains.hear(filed, countered, id, now);
            case ClosingEvent ending -> theEnd.hear(filed, ending, id, now);
            case PromiseEvent promise -> promised.hear(filed, promise, id, now);
            case CaseRemedied remedied -> remedied(filed, remedied, id, now);
            case ClaimEvent claim -> SayingClaims.hear(messages, filed, claim, id, now);
            case ResolutionEvent.ExecutionStepStarted _,
                    ResolutionEvent.ExecutionStepCompleted _,
                    ResolutionEvent.ExecutionStepFailed _,
                    AssuranceEvent _ -> Decision.nothing();
        };
    }

    private static Occasion offer(ResolutionEvent.SolutionsProposed proposed) {
        return proposed.goesOn() == null
                ? new Occasion.Proposed(proposed.options(), proposed.disclosure(), proposed.validUntil())
                : Occasion.OfferedInstead.of(proposed, proposed.goesOn());
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
