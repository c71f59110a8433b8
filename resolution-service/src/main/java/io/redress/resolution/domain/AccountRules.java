package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ReleaseCase;
import io.redress.resolution.domain.IncidentRemedyFact.AccountAffected;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.IncidentRemedyFact.CaseReleased;
import io.redress.resolution.domain.IncidentRemedyFact.CaseTold;
import io.redress.resolution.domain.IncidentRemedyFact.OrderLost;
import io.redress.resolution.domain.IncidentRemedyFact.OutcomeUnknown;
import io.redress.resolution.domain.IncidentRemedyFact.RemedyOrdered;
import java.time.Duration;
import java.time.Instant;

/**
 * One remedy for one account, once (rule 10): that it is about to leave is known before it leaves, and what nobody knows
 * is asked and never ordered anew.
 */
final class AccountRules {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    private AccountRules() {}

    static Decision<ResolutionFact> decide(
            ResolutionState state, IncidentRemedyCommand.OfAccount command, Instant now) {
        if (command instanceof AffectAccount affect) {
            return affect(AffectedAccount.of(state, affect.incidentId(), affect.account()), affect);
        }
        return state instanceof AffectedAccount account ? about(account, command, now) : Decision.nothing();
    }

    private static Decision<ResolutionFact> affect(AffectedAccount account, AffectAccount affect) {
        if (account.knows(affect.caseId())) {
            return Decision.nothing();
        }
        return affect.caseId() != null && account.untold().size() >= AffectedAccount.MOST_CASES
                ? Decision.reject(
                        "too-many-cases",
                        "Expected at most " + AffectedAccount.MOST_CASES
                                + " cases of one account that have not heard of its remedy.")
                : Decision.accept(new AccountAffected(affect.incidentId(), affect.account(), affect.caseId()));
    }

    private static Decision<ResolutionFact> about(
            AffectedAccount account, IncidentRemedyCommand.OfAccount command, Instant now) {
        return switch (command) {
            case AffectAccount affect -> affect(account, affect);
            case ReleaseCase(var caseId) ->
                account.knows(caseId) ? Decision.accept(new CaseReleased(caseId)) : Decision.nothing();
            case NoteCaseTold(var caseId) ->
                account.knows(caseId) ? Decision.accept(new CaseTold(caseId)) : Decision.nothing();
            case OrderRemedy(var remedy, var answerBy) ->
                account.isWanting() ? Decision.accept(new RemedyOrdered(remedy, answerBy)) : Decision.nothing();
            case NoteExecuted executed ->
                account.stage() instanceof Ordered ordered
                        ? Decision.accept(new Announced(remedied(account, ordered, executed)))
                        : Decision.nothing();
            case NoteRefused(var reason) ->
                account.stage() instanceof Ordered
                        ? Decision.accept(new Announced(new AccountNotRemedied(
                                IncidentRemedy.keyOf(account),
                                account.incidentId(),
                                account.account(),
                                remedyId(account),
                                reason,
                                now)))
                        : Decision.nothing();
            case NoteUnknown(var reason) ->
                account.stage() instanceof Ordered ordered
                        ? Decision.accept(new OutcomeUnknown(reason, now.plus(pause(ordered.unanswered()))))
                        : Decision.nothing();
            case NoteNeverOrdered() ->
                account.stage() instanceof Ordered ? Decision.accept(new OrderLost()) : Decision.nothing();
        };
    }

    private static AccountRemedied remedied(AffectedAccount account, Ordered ordered, NoteExecuted executed) {
        return new AccountRemedied(
                IncidentRemedy.keyOf(account),
                account.incidentId(),
                account.account(),
                remedyId(account),
                ordered.remedy(),
                account.tellingCase(),
                executed.reference(),
                executed.at());
    }

    private static String remedyId(AffectedAccount account) {
        return IncidentRemedy.remedyId(account.incidentId(), account.account());
    }

    private static Duration pause(int unanswered) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(unanswered, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
