package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
import io.redress.resolution.domain.IncidentRemedyFact.AccountAffected;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsCounted;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsListed;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.IncidentRemedyFact.CaseReleased;
import io.redress.resolution.domain.IncidentRemedyFact.CaseTold;
import io.redress.resolution.domain.IncidentRemedyFact.ChosenInstead;
import io.redress.resolution.domain.IncidentRemedyFact.CountEnded;
import io.redress.resolution.domain.IncidentRemedyFact.CountNoted;
import io.redress.resolution.domain.IncidentRemedyFact.DismissalLearned;
import io.redress.resolution.domain.IncidentRemedyFact.EndLearned;
import io.redress.resolution.domain.IncidentRemedyFact.MembersTold;
import io.redress.resolution.domain.IncidentRemedyFact.ModeLearned;
import io.redress.resolution.domain.IncidentRemedyFact.OrderLost;
import io.redress.resolution.domain.IncidentRemedyFact.OutcomeUnknown;
import io.redress.resolution.domain.IncidentRemedyFact.RemedyOrdered;
import io.redress.resolution.domain.IncidentRemedyFact.SpreadNoted;
import java.time.Instant;

/** What everybody affected by an incident receives, once: one document for the incident, one for each account, and one that counts them. */
public sealed interface IncidentRemedy extends ResolutionState.Document
        permits RemedyPlan, AffectedAccount, RemedyTally {

    /** The document of an incident: under its own id, which is the key of what routing tells about it. */
    static String planOf(IncidentId incident) {
        return incident.value();
    }

    /** The document of an account that an incident has affected; after the colon, the key of what is told about it. */
    static String accountOf(IncidentId incident, String account) {
        return "remedy:" + IncidentRemedyEvent.keyOf(incident, account);
    }

    /** The document that counts the accounts of an incident. */
    static String tallyOf(IncidentId incident) {
        return "remedy-tally:" + incident;
    }

    /** The remedy of an account: the same whatever crashes in between, and another for each incident. */
    static String remedyId(IncidentId incident, String account) {
        return incident + ":" + account;
    }

    static Decision<ResolutionFact> decide(
            ResolutionState state, IncidentRemedyCommand command, ValueLimits limits, Instant now) {
        return switch (command) {
            case IncidentRemedyCommand.OfPlan it -> PlanRules.decide(state, it, limits, now);
            case IncidentRemedyCommand.OfAccount it -> AccountRules.decide(state, it, now);
            case IncidentRemedyCommand.OfTally it -> RemedyTally.decide(state, it);
        };
    }

    static ResolutionState after(ResolutionState state, IncidentRemedyFact fact) {
        return switch (fact) {
            case ModeLearned(var incident, var mode) ->
                RemedyPlan.of(state, incident).in(mode);
            case DismissalLearned(var incident) ->
                RemedyPlan.of(state, incident).dismiss();
            case EndLearned(var incident, var at) ->
                RemedyPlan.of(state, incident).end(at);
            case AccountsListed(var incident, var accounts) ->
                RemedyPlan.of(state, incident).with(accounts.size());
            case SpreadNoted(var upTo) -> state instanceof RemedyPlan plan ? plan.spread(upTo) : state;
            case MembersTold(var word) -> state instanceof RemedyPlan plan ? plan.told(word) : state;
            case AccountAffected(var incident, var account, var caseId) ->
                AffectedAccount.of(state, incident, account).affectedBy(caseId);
            case CaseReleased(var caseId) -> ifAccount(state, it -> it.released(caseId));
            case RemedyOrdered(var remedy, var answerBy, var at) ->
                ifAccount(state, it -> it.ordered(remedy, answerBy, at));
            case ChosenInstead(var caseId) -> ifAccount(state, it -> it.chosen(caseId));
            case OutcomeUnknown(var _, var askAt) -> ifAccount(state, it -> it.unknown(askAt));
            case OrderLost(var asked, var next) -> ifAccount(state, it -> it.neverOrdered(asked, next));
            case CaseTold(var caseId) -> ifAccount(state, it -> it.told(caseId));
            case AccountsCounted(var incident, var recounts) ->
                RemedyTally.of(state, incident).counted(recounts);
            case CountEnded() -> state instanceof RemedyTally tally ? tally.ended() : state;
            case CountNoted(var number, var as) -> ifAccount(state, it -> it.counted(number, as));
            case Announced(IncidentRemedyEvent event) -> announced(state, event);
        };
    }

    private static ResolutionState announced(ResolutionState state, IncidentRemedyEvent event) {
        return switch (event) {
            case IncidentRemedyProposed proposed ->
                RemedyPlan.of(state, proposed.incidentId()).proposed(proposed);
            case IncidentRemedyApproved approved ->
                RemedyPlan.of(state, approved.incidentId()).approved(approved);
            case AccountRemedied done -> ifAccount(state, it -> it.remedied(done));
            case AccountNotRemedied refused -> ifAccount(state, it -> it.refused(refused));
            case CaseRemedied _ -> state;
        };
    }

    private static ResolutionState ifAccount(
            ResolutionState state, java.util.function.UnaryOperator<AffectedAccount> change) {
        return state instanceof AffectedAccount account ? change.apply(account) : state;
    }

    /** In no case; stands in for one where events are about an account. */
    static CaseId keyOf(AffectedAccount account) {
        return IncidentRemedyEvent.keyOf(account.incidentId(), account.account());
    }
}
