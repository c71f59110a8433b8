package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
import io.redress.resolution.domain.IncidentRemedyCommand.ApproveRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnDismissal;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnEnd;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnMode;
import io.redress.resolution.domain.IncidentRemedyCommand.ListAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteMembersTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteSpread;
import io.redress.resolution.domain.IncidentRemedyCommand.ProposeRemedy;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsListed;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.IncidentRemedyFact.DismissalLearned;
import io.redress.resolution.domain.IncidentRemedyFact.EndLearned;
import io.redress.resolution.domain.IncidentRemedyFact.MembersTold;
import io.redress.resolution.domain.IncidentRemedyFact.ModeLearned;
import io.redress.resolution.domain.IncidentRemedyFact.SpreadNoted;
import java.time.Instant;
import java.util.List;

/** One person proposes what everybody receives, another approves it, and only where the incident executes first. */
final class PlanRules {
    private PlanRules() {}

    static Decision<ResolutionFact> decide(
            ResolutionState state, IncidentRemedyCommand.OfPlan command, ValueLimits limits, Instant now) {
        return switch (command) {
            case LearnMode(var incident, var mode) -> Decision.accept(new ModeLearned(incident, mode));
            case LearnDismissal(var incident) -> Decision.accept(new DismissalLearned(incident));
            case LearnEnd(var incident, var at) -> Decision.accept(new EndLearned(incident, at));
            case ListAccounts(var incident, var accounts) -> Decision.accept(new AccountsListed(incident, accounts));
            case ProposeRemedy propose -> propose(RemedyPlan.of(state, propose.incidentId()), propose, now);
            case ApproveRemedy approve ->
                state instanceof RemedyPlan plan ? approve(plan, approve, limits, now) : nothingProposed();
            case NoteSpread(var upTo) -> Decision.accept(new SpreadNoted(upTo));
            case NoteMembersTold(var word) -> Decision.accept(new MembersTold(word));
        };
    }

    private static Decision<ResolutionFact> propose(RemedyPlan plan, ProposeRemedy propose, Instant now) {
        if (isSame(plan, propose)) {
            return Decision.nothing();
        }
        if (plan.approved() != null) {
            return Decision.reject(
                    "already-approved", "Expected a remedy that is not approved yet, but it is and may be under way.");
        }
        return plan.executesFirst()
                ? Decision.accept(new Announced(new IncidentRemedyProposed(
                        propose.incidentId(), propose.remedy(), propose.reason(), propose.by(), now)))
                : notExecuteFirst(plan);
    }

    private static boolean isSame(RemedyPlan plan, ProposeRemedy propose) {
        IncidentRemedyProposed before = plan.proposed();
        return before != null
                && before.remedy().isSameAs(propose.remedy())
                && before.reason().equals(propose.reason())
                && before.by().equals(propose.by());
    }

    private static Decision<ResolutionFact> approve(
            RemedyPlan plan, ApproveRemedy approve, ValueLimits limits, Instant now) {
        IncidentRemedyProposed proposed = plan.proposed();
        if (proposed == null) {
            return nothingProposed();
        }
        if (plan.approved() != null) {
            return plan.approved().by().equals(approve.by())
                    ? Decision.nothing()
                    : Decision.reject(
                            "already-approved", "Expected a remedy that is not approved yet, but somebody has.");
        }
        if (!plan.executesFirst()) {
            return notExecuteFirst(plan);
        }
        if (proposed.by().equals(approve.by())) {
            return Decision.reject(
                    "own-proposal", "Expected somebody else to approve the remedy than whoever has proposed it.");
        }
        List<String> exceeded = ValueLimits.exceededBy(proposed.remedy(), plan.named(), limits.at(now));
        return exceeded.isEmpty() || approve.senior()
                ? Decision.accept(new Announced(new IncidentRemedyApproved(
                        plan.incidentId(), proposed.remedy(), proposed.by(), approve.by(), now)))
                : Decision.reject(
                        "needs-senior-management",
                        "Expected senior management to approve the remedy, but got somebody else's word. "
                                + String.join(" ", exceeded));
    }

    private static Decision<ResolutionFact> nothingProposed() {
        return Decision.reject("nothing-proposed", "Expected a remedy to approve, but nobody has proposed one.");
    }

    private static Decision<ResolutionFact> notExecuteFirst(RemedyPlan plan) {
        return Decision.reject(
                "not-execute-first",
                "Expected an incident whose mode is " + ExecutionMode.EXECUTE_FIRST + ", but "
                        + (plan.dismissed() ? "it was dismissed." : "it is " + mode(plan) + "."));
    }

    private static String mode(RemedyPlan plan) {
        return plan.mode() == null ? "not decided" : plan.mode().name();
    }
}
