package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent;
import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of what is stated as a fact, beside what everybody is told of it. */
public sealed interface ClaimFact extends AssuranceFact {

    /**
     * The live value of a key is another, and these departments are to know before the customer.
     *
     * @param until when the customer is told without them
     * @param claimId what they are to know where nothing holds; absent in what was decided before this was known
     * @param since when it changed; absent likewise
     */
    record HearingOpened(
            String key,
            List<DepartmentCode> awaiting,
            Instant until,
            @Nullable String claimId,
            @Nullable Instant since) implements ClaimFact {
        public HearingOpened {
            awaiting = List.copyOf(awaiting);
        }
    }

    /** Everybody inside knows, and the customer need not be told anything. */
    record HearingClosed(String key) implements ClaimFact {}

    /** What was released, as it was asked for. */
    record StatementKept(ReleasedStatement statement) implements ClaimFact {}

    /** What is not said before somebody has agreed. */
    record StatementWaits(HeldStatement held) implements ClaimFact {}

    /** Somebody has agreed; others may still have to. */
    record StatementClearedBy(String statementId, HeldStatement.Cleared cleared) implements ClaimFact {}

    /** The department had said it before it reached us. */
    record SaidBefore(String claimId, Instant at) implements ClaimFact {}

    /** What the department had said before it said what it says now, and what reached us only after that. */
    record SaidTooLate(StatedClaim claim) implements ClaimFact {}

    /**
     * The customer was promised this date; the promise itself is told elsewhere.
     *
     * @param insteadOf the claim with the date that was promised until now; absent where none was
     */
    record DatePromised(StatedClaim claim, @Nullable String insteadOf) implements ClaimFact {}

    /** That date is promised no more, and whoever was promised it knows why. */
    record DateReleased(String key, String claimId) implements ClaimFact {}

    /** The message about a promise tells the customer this date. */
    record DateTold(String key, String claimId, String value, Instant at) implements ClaimFact {}

    /** What a caller has done under a name of its own. */
    record IntentionKept(Claims.Intention intention) implements ClaimFact {}

    /** These departments' own systems hear of it, too, on their topics. */
    record NoticeGiven(ClaimEvent event, List<DepartmentCode> departments) implements ClaimFact {
        public NoticeGiven {
            departments = List.copyOf(departments);
        }
    }
}
