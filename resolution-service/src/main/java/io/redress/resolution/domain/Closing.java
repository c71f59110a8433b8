package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.CaseClosed.Reason;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.Objects;

/** A case closes on the customer's word, or as announced where the customer stays silent. */
final class Closing {
    private Closing() {}

    /** Only what is done, or needed nothing, can be over. */
    static Decision<ResolutionFact> onTheCustomersWord(Progress state, Close close, Instant now) {
        return switch (state) {
            case Executed executed -> closed(executed.background(), close, now);
            case Listening(Background background) -> closed(background, close, now);
            case Gathering _ -> notResolvedYet("departments are still answering");
            case Drafted _ -> notResolvedYet("what will be proposed still has to be cleared");
            case Proposed _ -> notResolvedYet("the customer has not chosen yet");
            case Executing _ -> notResolvedYet("what was chosen is still being carried out");
            case Paused paused -> onTheCustomersWord(paused.beneath(), close, now);
            case Closed closed when isSame(closed.closed(), close) -> Decision.nothing();
            case Closed _ -> Decision.reject("already-closed", "Expected an open case, but it is closed.");
        };
    }

    /** What was no complaint ends by itself; who has something to solve after all is not sent away. */
    static Decision<ResolutionFact> onceAnswered(Progress state, Instant now) {
        return state instanceof Listening(Background background)
                ? Decision.accept(new Published(new CaseClosed(background.caseId(), Reason.ANSWERED, null, null, now)))
                : Decision.nothing();
    }

    /** Reminds once, at half of the time to choose; closes at the end of an announced time. */
    static Decision<ResolutionFact> orReminding(Progress state, Instant now) {
        return switch (state) {
            case Proposed proposed
            when reached(proposed.proposal().validUntil(), now) ->
                proposed.carriedOut()
                        .map(running ->
                                Decision.<ResolutionFact>accept(upheld(running, ChoiceUpheld.Reason.SILENCE, now)))
                        .orElseGet(() -> expired(proposed.background(), now));
            case Proposed proposed
            when !proposed.reminded() && reached(proposed.remindAt(), now) ->
                Decision.accept(new Published(new ChoiceReminderDue(
                        proposed.background().caseId(),
                        proposed.proposal().proposalId(),
                        proposed.proposal().validUntil(),
                        proposed.running() == null ? null : true)));
            case Executed executed
            when reached(executed.wordAwaitedUntil(), now) -> expired(executed.background(), now);
            case Gathering _, Listening _, Drafted _, Proposed _, Executing _, Executed _, Paused _, Closed _ ->
                Decision.nothing();
        };
    }

    /** Whoever chooses nothing of an offer keeps what was chosen before. */
    static ResolutionFact upheld(Executing running, ChoiceUpheld.Reason reason, Instant now) {
        return new Published(new ChoiceUpheld(
                running.background().caseId(),
                running.proposal().proposalId(),
                running.chosen().optionId(),
                running.chosen().title(),
                now,
                reason,
                null));
    }

    private static boolean reached(Instant due, Instant now) {
        return !now.isBefore(due);
    }

    private static Decision<ResolutionFact> closed(Background background, Close close, Instant now) {
        return Decision.accept(new Published(
                new CaseClosed(background.caseId(), Reason.CUSTOMERS_WORD, close.satisfied(), close.words(), now)));
    }

    private static Decision<ResolutionFact> expired(Background background, Instant now) {
        return Decision.accept(
                new Published(new CaseClosed(background.caseId(), Reason.ANNOUNCED_EXPIRY, null, null, now)));
    }

    private static Decision<ResolutionFact> notResolvedYet(String why) {
        return Decision.reject("not-resolved-yet", "Expected a case whose solution is carried out, but " + why + ".");
    }

    private static boolean isSame(CaseClosed closed, Close close) {
        return closed.reason() == Reason.CUSTOMERS_WORD
                && Objects.equals(closed.satisfied(), close.satisfied())
                && Objects.equals(closed.words(), close.words());
    }
}
