package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.Remedy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to the remedy of an incident. */
public sealed interface IncidentRemedyFact extends DocumentFact {

    /** Told to everybody. */
    record Announced(IncidentRemedyEvent event) implements IncidentRemedyFact {}

    /** Whether the remedy waits for approval by each customer. */
    record ModeLearned(IncidentId incidentId, ExecutionMode mode) implements IncidentRemedyFact {}

    /** It was no incident. */
    record DismissalLearned(IncidentId incidentId) implements IncidentRemedyFact {}

    /** The problem is over. */
    record EndLearned(IncidentId incidentId, Instant at) implements IncidentRemedyFact {}

    /** These accounts are kept in the log until each has heard of it. */
    record AccountsListed(IncidentId incidentId, List<String> accounts) implements IncidentRemedyFact {
        public AccountsListed {
            accounts = List.copyOf(accounts);
        }
    }

    /** So many lists have reached their accounts. */
    record SpreadNoted(long upTo) implements IncidentRemedyFact {}

    /** Every case has heard this word. */
    record MembersTold(long word) implements IncidentRemedyFact {}

    /** The incident has affected the account; with a case where it has complained. */
    record AccountAffected(
            IncidentId incidentId, String account, @Nullable CaseId caseId) implements IncidentRemedyFact {}

    /** A case was none of the incident's. */
    record CaseReleased(CaseId caseId) implements IncidentRemedyFact {}

    /** From now on it may have left the house. */
    record RemedyOrdered(Remedy remedy, Instant answerBy, Instant at) implements IncidentRemedyFact {}

    /** What was chosen in this case takes its place. */
    record ChosenInstead(CaseId caseId) implements IncidentRemedyFact {}

    /** It is asked again. */
    record OutcomeUnknown(String reason, Instant askAt) implements IncidentRemedyFact {}

    /**
     * It has not left the house, as far as anybody knows.
     *
     * @param asked whether that is the provider's answer to a question
     * @param next before which it is not tried again
     */
    record OrderLost(boolean asked, Instant next) implements IncidentRemedyFact {}

    /** A case knows how it ended. */
    record CaseTold(CaseId caseId) implements IncidentRemedyFact {}

    /** The tally has taken these; each of them has still to know. */
    record AccountsCounted(IncidentId incidentId, List<RemedyTally.Recount> recounts) implements IncidentRemedyFact {
        public AccountsCounted {
            recounts = List.copyOf(recounts);
        }
    }

    /** Each account of the last round knows. */
    record CountEnded() implements IncidentRemedyFact {}

    /** The account is counted as that; absent where it is not counted any more. */
    record CountNoted(long number, @Nullable AccountStanding as) implements IncidentRemedyFact {}
}
