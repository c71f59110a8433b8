package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the remedy of an incident: about the whole of it, and about one account. */
public sealed interface IncidentRemedyCommand extends DocumentCommand {

    /** About the whole incident. */
    sealed interface OfPlan extends IncidentRemedyCommand {}

    /** About one account. */
    sealed interface OfAccount extends IncidentRemedyCommand {}

    /** About how many accounts are how far. */
    sealed interface OfTally extends IncidentRemedyCommand {}

    /**
     * These accounts are further than they were counted.
     *
     * @param number the round that is to begin, one after the last one before they were looked at
     */
    record CountAccounts(IncidentId incidentId, long number, List<RemedyTally.Recount> recounts) implements OfTally {}

    /** @param number in this round, each account knows as what it was counted */
    record EndCount(long number) implements OfTally {}

    /**
     * The tally has counted the account.
     *
     * @param number in this round; an earlier one says nothing any more
     * @param as absent where it is not counted any more
     */
    record NoteCounted(long number, @Nullable AccountStanding as) implements OfAccount {}

    /** Somebody has decided whether the remedy waits for approval by each customer. */
    record LearnMode(IncidentId incidentId, ExecutionMode mode) implements OfPlan {}

    /** It was no incident. */
    record LearnDismissal(IncidentId incidentId) implements OfPlan {}

    /** The problem is over: no further case joins it. */
    record LearnEnd(IncidentId incidentId, Instant at) implements OfPlan {}

    /** These accounts are affected, whether they have complained or not. */
    record ListAccounts(IncidentId incidentId, List<String> accounts) implements OfPlan {}

    /** Everybody affected is to receive this. */
    record ProposeRemedy(IncidentId incidentId, Remedy remedy, String reason, String by) implements OfPlan {}

    /**
     * Somebody else agrees.
     *
     * @param senior whether for senior management
     */
    record ApproveRemedy(String by, boolean senior) implements OfPlan {}

    /** @param upTo so many of the lists of accounts have reached their accounts */
    record NoteSpread(long upTo) implements OfPlan {}

    /** @param word every case of the incident has heard this one */
    record NoteMembersTold(long word) implements OfPlan {}

    /**
     * The incident has affected this account.
     *
     * @param caseId the case in which it complained; absent where it was named without a complaint
     */
    record AffectAccount(
            IncidentId incidentId, String account, @Nullable CaseId caseId) implements OfAccount {}

    /** The case was none of the incident's after all. */
    record ReleaseCase(CaseId caseId) implements OfAccount {}

    /**
     * The remedy is about to leave the house.
     *
     * @param answerBy if nobody knows by then what became of it, it is asked
     */
    record OrderRemedy(Remedy remedy, Instant answerBy) implements OfAccount {}

    /** The customer has chosen in this case what brings at least as much of the same kind. */
    record NoteChosen(CaseId caseId, String kind) implements OfAccount {}

    /** Whoever carries remedies out has done it; it counts whenever it is heard. */
    record NoteExecuted(Remedy remedy, String reference, Instant at) implements OfAccount {}

    /** What became of one order; once it has been ordered again, it counts no more. */
    sealed interface OfAttempt extends OfAccount {

        /** As in {@link AffectedAccount.Ordered#number}. */
        int attempt();
    }

    /** It will not be carried out. */
    record NoteRefused(int attempt, String reason) implements OfAttempt {}

    /** Nobody knows yet what became of it. */
    record NoteUnknown(int attempt, String reason) implements OfAttempt {}

    /**
     * The provider does not have it, so it may be ordered.
     *
     * @param asked whether it says so when asked; else the order has never left
     * @param notBefore how long it wants to be left alone; absent where it has not said
     */
    record NoteNeverOrdered(
            int attempt, boolean asked, @Nullable Duration notBefore) implements OfAttempt {}

    /** This case has heard how it ended. */
    record NoteCaseTold(CaseId caseId) implements OfAccount {}

    /** This case cannot tell it: it belongs to the incident no more. */
    record NoteCaseGone(CaseId caseId) implements OfAccount {}
}
