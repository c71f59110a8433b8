package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.resolution.domain.AffectedAccount.Done;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseGone;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteChosen;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCounted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OfAttempt;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ReleaseCase;
import io.redress.resolution.domain.IncidentRemedyFact.AccountAffected;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.IncidentRemedyFact.CaseReleased;
import io.redress.resolution.domain.IncidentRemedyFact.CaseTold;
import io.redress.resolution.domain.IncidentRemedyFact.ChosenInstead;
import io.redress.resolution.domain.IncidentRemedyFact.CountNoted;
import io.redress.resolution.domain.IncidentRemedyFact.OrderLost;
import io.redress.resolution.domain.IncidentRemedyFact.OutcomeUnknown;
import io.redress.resolution.domain.IncidentRemedyFact.RemedyOrdered;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
            // Whether a case of a settled account has heard, only the case itself knows.
            case ReleaseCase(var caseId) ->
                account.knows(caseId) && !account.isSettled()
                        ? Decision.accept(new CaseReleased(caseId))
                        : Decision.nothing();
            case NoteCaseGone(var caseId) -> gone(account, caseId);
            case NoteCaseTold(var caseId) ->
                account.knows(caseId) ? Decision.accept(new CaseTold(caseId)) : Decision.nothing();
            case OrderRemedy(var remedy, var answerBy) ->
                account.isWanting() && !account.wantedFrom().isAfter(now)
                        ? Decision.accept(new RemedyOrdered(remedy, answerBy, now))
                        : Decision.nothing();
            case NoteChosen(var caseId, var kind) ->
                account.isWanting() && !account.mayHaveIt()
                        ? Decision.accept(
                                new Announced(notRemedied(
                                        account,
                                        "The customer receives a " + kind + " already, as chosen in case " + caseId
                                                + ".",
                                        now)),
                                new ChosenInstead(caseId))
                        : Decision.nothing();
            case NoteExecuted(var remedy, var reference, var at) ->
                account.mayHaveIt()
                        ? Decision.accept(new Announced(
                                remedied(account, new Done(remedy, reference, at), account.tellingCase())))
                        : Decision.nothing();
            case NoteCounted(var number, var as) ->
                account.wasCountedBefore(number) ? Decision.accept(new CountNoted(number, as)) : Decision.nothing();
            case OfAttempt word ->
                account.stage() instanceof Ordered ordered && ordered.number() == word.attempt()
                        ? Decision.accept(about(account, ordered, word, now))
                        : Decision.nothing();
        };
    }

    private static ResolutionFact about(AffectedAccount account, Ordered ordered, OfAttempt word, Instant now) {
        return switch (word) {
            case NoteRefused(var _, var reason) -> new Announced(notRemedied(account, reason, now));
            case NoteUnknown(var _, var reason) -> new OutcomeUnknown(reason, now.plus(pause(ordered.unanswered())));
            case NoteNeverOrdered(var attempt, var asked, var notBefore) ->
                new OrderLost(asked, now.plus(longer(pause(Math.max(0, attempt - 1)), notBefore)));
        };
    }

    private static AccountNotRemedied notRemedied(AffectedAccount account, String reason, Instant now) {
        return new AccountNotRemedied(
                IncidentRemedy.keyOf(account), account.incidentId(), account.account(), remedyId(account), reason, now);
    }

    private static Duration longer(Duration pause, @Nullable Duration notBefore) {
        return notBefore != null && notBefore.compareTo(pause) > 0 ? notBefore : pause;
    }

    /** The next of its cases tells it; where none is left, the account is told as if it had never had one. */
    private static Decision<ResolutionFact> gone(AffectedAccount account, CaseId caseId) {
        if (!account.knows(caseId)) {
            return Decision.nothing();
        }
        boolean last = account.untold().size() == 1;
        return last && account.tells(caseId) && account.stage() instanceof Done done
                ? Decision.accept(new CaseReleased(caseId), new Announced(remedied(account, done, null)))
                : Decision.accept(new CaseReleased(caseId));
    }

    private static AccountRemedied remedied(AffectedAccount account, Done done, @Nullable CaseId toldIn) {
        return new AccountRemedied(
                IncidentRemedy.keyOf(account),
                account.incidentId(),
                account.account(),
                remedyId(account),
                done.remedy(),
                toldIn,
                done.reference(),
                done.at());
    }

    private static String remedyId(AffectedAccount account) {
        return IncidentRemedy.remedyId(account.incidentId(), account.account());
    }

    private static Duration pause(int unanswered) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(unanswered, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
