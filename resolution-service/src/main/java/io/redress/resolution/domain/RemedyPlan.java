package io.redress.resolution.domain;

import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
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
        long heard)
        implements IncidentRemedy {

    static RemedyPlan of(ResolutionState state, IncidentId incident) {
        return state instanceof RemedyPlan plan ? plan : new RemedyPlan(incident, null, false, null, null, 0, 0, 0, 0);
    }

    /** Whether it is being done: approved, and first of all (R110). */
    public boolean isExecuting() {
        return approved != null && executesFirst();
    }

    boolean executesFirst() {
        return mode == ExecutionMode.EXECUTE_FIRST && !dismissed;
    }

    RemedyPlan in(ExecutionMode next) {
        return counted(new RemedyPlan(incidentId, next, dismissed, proposed, approved, listed, spread, word, heard));
    }

    RemedyPlan dismiss() {
        return counted(new RemedyPlan(incidentId, mode, true, proposed, approved, listed, spread, word, heard));
    }

    RemedyPlan proposed(IncidentRemedyProposed next) {
        return new RemedyPlan(incidentId, mode, dismissed, next, approved, listed, spread, word, heard);
    }

    RemedyPlan approved(IncidentRemedyApproved next) {
        return counted(new RemedyPlan(incidentId, mode, dismissed, proposed, next, listed, spread, word, heard));
    }

    RemedyPlan withOneListMore() {
        return new RemedyPlan(incidentId, mode, dismissed, proposed, approved, listed + 1, spread, word, heard);
    }

    RemedyPlan spread(long upTo) {
        return new RemedyPlan(
                incidentId, mode, dismissed, proposed, approved, listed, Math.max(spread, upTo), word, heard);
    }

    RemedyPlan told(long last) {
        return new RemedyPlan(
                incidentId, mode, dismissed, proposed, approved, listed, spread, word, Math.max(heard, last));
    }

    private RemedyPlan counted(RemedyPlan next) {
        return next.isExecuting() == isExecuting()
                ? next
                : new RemedyPlan(
                        incidentId,
                        next.mode,
                        next.dismissed,
                        next.proposed,
                        next.approved,
                        listed,
                        spread,
                        word + 1,
                        heard);
    }
}
