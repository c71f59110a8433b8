package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Remedy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the remedy of an incident: about the whole of it, and about one account. */
public sealed interface IncidentRemedyCommand extends DocumentCommand {

    /** About the whole incident. */
    sealed interface OfPlan extends IncidentRemedyCommand {}

    /** About one account. */
    sealed interface OfAccount extends IncidentRemedyCommand {}

    /** Somebody has decided whether the remedy waits for approval by each customer. */
    record LearnMode(IncidentId incidentId, ExecutionMode mode) implements OfPlan {}

    /** It was no incident. */
    record LearnDismissal(IncidentId incidentId) implements OfPlan {}

    /** These accounts are affected, whether they have complained or not. */
    record ListAccounts(IncidentId incidentId, List<String> accounts) implements OfPlan {}

    /** Everybody affected is to receive this. */
    record ProposeRemedy(IncidentId incidentId, Remedy remedy, String reason, String by) implements OfPlan {}

    /** Somebody else agrees. */
    record ApproveRemedy(String by) implements OfPlan {}

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

    /** Whoever carries remedies out has done it. */
    record NoteExecuted(String reference, Instant at) implements OfAccount {}

    /** It will not be carried out. */
    record NoteRefused(String reason) implements OfAccount {}

    /** Nobody knows yet what became of it. */
    record NoteUnknown(String reason) implements OfAccount {}

    /** It never arrived, so it may be ordered. */
    record NoteNeverOrdered() implements OfAccount {}

    /** This case has heard how it ended. */
    record NoteCaseTold(CaseId caseId) implements OfAccount {}
}
