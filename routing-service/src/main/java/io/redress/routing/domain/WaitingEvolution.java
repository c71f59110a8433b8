package io.redress.routing.domain;

import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent.HandoverDecisionRequested;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.AnswerReopened;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.WaitFact.ContestNoted;
import io.redress.routing.domain.WaitFact.ContestSettled;
import io.redress.routing.domain.WaitFact.CustomersTurnEnded;
import io.redress.routing.domain.WaitFact.CustomersTurnNoted;
import io.redress.routing.domain.WaitFact.HelpNoted;
import io.redress.routing.domain.WaitFact.LimitMoved;
import io.redress.routing.domain.WaitFact.QuestionNoted;
import io.redress.routing.domain.WaitFact.QuestionSettled;
import io.redress.routing.domain.WaitFact.StatementAgreed;
import io.redress.routing.domain.WaitFact.StatementNoted;
import io.redress.routing.domain.WaitFact.StatementSettled;
import io.redress.routing.domain.WaitFact.WordNoted;
import io.redress.routing.domain.WaitFact.WordSettled;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Blocker;
import io.redress.routing.domain.Waiting.Circle;
import io.redress.routing.domain.Waiting.Helped;
import io.redress.routing.domain.Waiting.Offered;
import org.jspecify.annotations.Nullable;

/** Who waits for whom after each fact. Follows from the facts alone, whoever decided them. */
final class WaitingEvolution {
    private WaitingEvolution() {}

    static Waiting after(Waiting waiting, RoutingFact fact) {
        return switch (fact) {
            case Published(var event) -> told(waiting, event);
            case AnswerNoted(var id, var _) -> waiting.without(id);
            case AnswerReopened(var id, var department, var kind, var parent, var dueAt, var at) ->
                waiting.asking(new Asked(id, department, kind, at, dueAt, parent, null));
            case CaseEnded(var _) -> waiting.ended();
            case MoreWordsHeard _ -> clarified(waiting);
            case QuestionNoted(var question) -> waiting.questioned(question);
            case QuestionSettled(var id) -> waiting.withoutQuestion(id);
            case LimitMoved(var id, var limit) -> waiting.until(id, limit);
            case WordNoted(var owed) -> waiting.owing(owed);
            case WordSettled(var id, var what) -> waiting.withoutWord(id, what);
            case ContestNoted(var contest) -> waiting.contested(contest);
            case ContestSettled(var claimId) -> waiting.withoutContest(claimId);
            case StatementNoted(var unsaid) -> unsaid.stream().reduce(waiting, Waiting::unsaid, (_, last) -> last);
            case StatementAgreed(var statementId, var department) -> waiting.agreed(statementId, department);
            case StatementSettled(var statementId) -> waiting.withoutUnsaid(statementId);
            case HelpNoted(var helpId, var id) -> known(waiting, helpId, id);
            case CustomersTurnNoted(var turn) -> waiting.with(turn);
            case CustomersTurnEnded() -> waiting.with(null);
            default -> waiting;
        };
    }

    private static Waiting told(Waiting waiting, RoutingEvent event) {
        return switch (event) {
            case CaseRouted _ -> clarified(waiting);
            case RequestRaised raised -> raised(waiting, raised);
            case RequestRedirected it -> waiting.accepted(it.replacedBy()).without(it.requestId());
            case RequestWithdrawn it -> waiting.without(it.requestId());
            case OwnershipOffered it ->
                waiting.offered(new Offered(
                        it.requestId(), it.from(), it.to(), it.replacedBy(), it.offeredAt(), it.answerBy()));
            case OfferReturned it -> returned(waiting, it.requestId());
            case OwnershipMoved it -> waiting.withoutOffer(it.requestId());
            case WaitCycleFound it ->
                waiting.found(new Circle(it.cycleId(), it.requests(), it.superior(), it.foundAt(), it.decideBy()));
            case WaitCycleBroken it -> waiting.withoutCircle(it.cycleId());
            case RootBlockerChanged it ->
                waiting.telling(it.to() == null ? null : new Blocker(it.to(), it.requestId()));
            case CaseRerouted _,
                    CaseSettled _,
                    OwnerDecisionRequested _,
                    OwnerDecided _,
                    HandoverDecisionRequested _,
                    CasePaused _,
                    CaseResumed _,
                    SolutionsRequested _,
                    SilenceEvent _,
                    KnowledgeEvent _ -> waiting;
        };
    }

    private static Waiting raised(Waiting waiting, RequestRaised raised) {
        RequestId parent = raised.parent();
        Waiting more = waiting.asking(new Asked(
                raised.requestId(),
                raised.department(),
                raised.kind(),
                raised.raisedAt(),
                raised.dueAt(),
                parent,
                raised.offeredBy()));
        return parent == null ? more : more.helped(new Helped(raised.requestId(), parent, null));
    }

    /** Nobody waits any longer for what the other did not take. */
    private static Waiting returned(Waiting waiting, @Nullable RequestId id) {
        Waiting after = waiting.withoutOffer(id);
        for (Offered offer : waiting.offers()) {
            RequestId offered = offer.replacedBy();
            if (offer.concerns(id) && offered != null) {
                after = after.without(offered);
            }
        }
        return after;
    }

    private static Waiting clarified(Waiting waiting) {
        return waiting.customer() != null && waiting.customer().what() == Wait.What.CLARIFICATION
                ? waiting.with(null)
                : waiting;
    }

    private static Waiting known(Waiting waiting, String helpId, RequestId id) {
        RequestId parent = waiting.parentOf(id);
        return parent == null ? waiting : waiting.helped(new Helped(id, parent, helpId));
    }
}
