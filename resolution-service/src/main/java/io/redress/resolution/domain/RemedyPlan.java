package io.redress.resolution.domain;

import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for everybody whom an incident has affected. Who that is, is not in it: each account has a document
 * of its own, so this one stays small however many they are.
 *
 * @param mode absent until somebody has decided
 * @param dismissed whether it turned out to be no incident
 * @param proposed what somebody wants done; absent where nobody does
 * @param approved that it may be done; absent until somebody else agrees
 * @param listed how many lists of accounts are in the log
 * @param spread how many of them have reached their accounts
 * @param word counts how often it has changed whether cases may expect the remedy
 * @param heard the last word that all cases of the incident have heard
 * @param accounts how many accounts the lists have named, those named twice counted twice; absent where nobody counted yet
 * @param endedAt when the problem was over; absent until it is
 */
public record RemedyPlan(
        IncidentId incidentId,
        @Nullable ExecutionMode mode,
        boolean dismissed,
        @Nullable IncidentRemedyProposed proposed,
        @Nullable IncidentRemedyApproved approved,
        long listed,
        long spread,
        long word,
        long heard,
        @Nullable Long accounts,
        @Nullable Instant endedAt)
        implements IncidentRemedy {

    static RemedyPlan of(ResolutionState state, IncidentId incident) {
        return state instanceof RemedyPlan plan
                ? plan
                : new RemedyPlan(incident, null, false, null, null, 0, 0, 0, 0, null, null);
    }

    /** Whether it is being done: approved, and first of all (R110). */
    public boolean isExecuting() {
        return approved != null && executesFirst();
    }

    /** Whether its cases may expect a remedy: from the decision to execute first on, unless it ends without one. */
    public boolean isExpected() {
        return executesFirst() && (approved != null || endedAt == null);
    }

    boolean executesFirst() {
        return mode == ExecutionMode.EXECUTE_FIRST && !dismissed;
    }

    /** How many accounts are known to receive it, at least. */
    long named() {
        return accounts == null ? 0 : accounts;
    }

    RemedyPlan in(ExecutionMode next) {
        return counted(next, dismissed, approved, endedAt);
    }

    RemedyPlan dismiss() {
        return counted(mode, true, approved, endedAt);
    }

    RemedyPlan end(Instant at) {
        return counted(mode, dismissed, approved, at);
    }

    RemedyPlan approved(IncidentRemedyApproved next) {
        return counted(mode, dismissed, next, endedAt);
    }

    RemedyPlan proposed(IncidentRemedyProposed next) {
        return new RemedyPlan(
                incidentId, mode, dismissed, next, approved, listed, spread, word, heard, accounts, endedAt);
    }

    RemedyPlan with(int more) {
        return noted(listed + 1, spread, heard, named() + more);
    }

    RemedyPlan spread(long upTo) {
        return noted(listed, Math.max(spread, upTo), heard, accounts);
    }

    RemedyPlan told(long last) {
        return noted(listed, spread, Math.max(heard, last), accounts);
    }

    private RemedyPlan noted(long lists, long spreadTo, long heardLast, @Nullable Long count) {
        return new RemedyPlan(
                incidentId, mode, dismissed, proposed, approved, lists, spreadTo, word, heardLast, count, endedAt);
    }

    private RemedyPlan counted(
            @Nullable ExecutionMode newMode,
            boolean isDismissed,
            @Nullable IncidentRemedyApproved approval,
            @Nullable Instant ended) {
        return new RemedyPlan(
                        incidentId,
                        newMode,
                        isDismissed,
                        proposed,
                        approval,
                        listed,
                        spread,
                        word,
                        heard,
                        accounts,
                        ended)
                .countedAfter(this);
    }

    private RemedyPlan countedAfter(RemedyPlan before) {
        return before.isExpected() == isExpected()
                ? this
                : new RemedyPlan(
                        incidentId,
                        mode,
                        dismissed,
                        proposed,
                        approved,
                        listed,
                        spread,
                        word + 1,
                        heard,
                        accounts,
                        endedAt);
    }
}
