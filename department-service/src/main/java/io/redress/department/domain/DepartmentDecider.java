package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Contribution;
import io.redress.contracts.DepartmentReply.Evidence;
import io.redress.contracts.DepartmentReply.OnRequest;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.CooperationFact.BackgroundLearned;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.DepartmentCase.EarlyReply;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.GiveLastWord;
import io.redress.department.domain.DepartmentCommand.HearMove;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.HearReturn;
import io.redress.department.domain.DepartmentCommand.LearnCase;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.EarlyRepliesForgotten;
import io.redress.department.domain.DepartmentFact.EarlyReplyKept;
import io.redress.department.domain.DepartmentFact.LastWordGiven;
import io.redress.department.domain.DepartmentFact.OfferTaken;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RefusedLater;
import io.redress.department.domain.DepartmentFact.ReplyTaken;
import io.redress.department.domain.DepartmentFact.RequestEnded;
import io.redress.department.domain.DepartmentFact.RequestGivenAway;
import io.redress.department.domain.DepartmentFact.RequestReopened;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules for requests and replies inside a department. */
public final class DepartmentDecider implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    private final Charters charters;
    private final Returning returning;
    private final Replying replying;
    private final EarlyReplies early;
    private final Cooperating cooperating;

    public DepartmentDecider(Charters charters) {
        Completeness completeness = new Completeness(charters);
        this.charters = charters;
        this.returning = new Returning(charters, completeness);
        this.replying = new Replying(charters, completeness, returning);
        this.early = new EarlyReplies(completeness, this::hear, this::evolve);
        this.cooperating = new Cooperating(completeness, returning, this::hear);
    }

    /** Where every department takes a request as it comes. */
    public DepartmentDecider() {
        this(Charters.NONE);
    }

    @Override
    public DepartmentCase initialState() {
        return DepartmentCase.EMPTY;
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentCase state, DepartmentCommand command, Instant now) {
        return Settling.with(state, completed(state, ruled(state, command, now), now), now, this::evolve);
    }

    /** What was missing may be there with what has just been said. */
    private Decision<DepartmentFact> completed(DepartmentCase state, Decision<DepartmentFact> decided, Instant now) {
        return decided instanceof Decision.Accepted<DepartmentFact>(var facts)
                        && !facts.isEmpty()
                        && state.requests().stream().anyMatch(Incomplete.class::isInstance)
                ? accept(returning.andWhatIsComplete(evolveAll(state, facts), facts, now))
                : decided;
    }

    private Decision<DepartmentFact> ruled(DepartmentCase state, DepartmentCommand command, Instant now) {
        return switch (command) {
            case TakeRequest(var raised) -> take(state, raised, now);
            case GiveLastWord(var id) -> state.lastWords().contains(id) ? nothing() : accept(new LastWordGiven(id));
            case HearMove(var moved) ->
                moved.requestId() == null ? learn(state, moved.to(), now) : Offering.moved(state, moved, now);
            case HearReturn(var returned) -> Offering.returned(state, returned);
            case EndRequest end -> Ending.end(state, end, now);
            // Who owns a request follows from who is asked.
            case LearnOwner(var requestId, var owner) -> requestId == null ? learn(state, owner, now) : nothing();
            case LearnCase(var owner, var background) -> learn(state, owner, background, now);
            case Reply(var reply) ->
                state.hasSubjectOf(reply)
                        ? hear(state, reply, now)
                        : reject("unknown-request", "Expected a request of this case, but there is no such one");
            case HearReply(var reply) ->
                state.hasSubjectOf(reply) ? hear(state, reply, now) : early.keep(state, reply, now);
            case CooperationCommand cooperation -> cooperating.decide(state, cooperation, now);
            case MakeCommitment make -> promise(state, make, now);
            case CorrectCommitment correct ->
                Committing.judging(
                        state,
                        Committing.decide(state, correct, now),
                        correct.requestId(),
                        correct.measured(),
                        now,
                        this::evolve);
            case DealingCommand dealing -> Dealing.decide(state, dealing, charters, now);
            case DeadlineReached _ -> due(state, now);
            // They are about something else than a case.
            case DocumentCommand _ -> nothing();
        };
    }

    private Decision<DepartmentFact> hear(DepartmentCase state, DepartmentReply reply, Instant now) {
        return switch (reply) {
            case OnRequest it -> replying.reply(state, it, now);
            case Contribution it -> cooperating.decide(state, Cooperating.said(it), now);
            case Evidence it -> cooperating.decide(state, Cooperating.said(it), now);
        };
    }

    private Decision<DepartmentFact> promise(DepartmentCase state, MakeCommitment make, Instant now) {
        return Committing.refused(state, make, now) instanceof Decision.Rejected<DepartmentFact> refused
                ? refused
                : Committing.judging(
                        state,
                        hear(state, make.reply(), now),
                        make.reply().requestId(),
                        make.measured(),
                        now,
                        this::evolve);
    }

    private Decision<DepartmentFact> learn(DepartmentCase state, Party owner, Instant now) {
        return owner.equals(state.cooperation().owner())
                ? nothing()
                : accept(early.andWhatCameEarly(state, List.of(new OwnerLearned(owner)), now));
    }

    private Decision<DepartmentFact> learn(DepartmentCase state, Party owner, Background background, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        if (!background.equals(state.cooperation().background())) {
            facts.add(new BackgroundLearned(background));
        }
        if (learn(state, owner, now) instanceof Decision.Accepted<DepartmentFact>(var learned)) {
            facts.addAll(learned);
        }
        return accept(facts);
    }

    private Decision<DepartmentFact> take(DepartmentCase state, RequestRaised raised, Instant now) {
        if (state.request(raised.requestId()) != null) {
            return nothing();
        }
        List<DepartmentFact> facts = new ArrayList<>();
        RequestTerms terms = RequestTerms.of(raised, charterOf(raised));
        facts.add(new RequestTaken(raised, terms));
        // What another department gives away is not ours before we say so.
        if (raised.offeredBy() == null) {
            DepartmentCase taken = evolve(state, facts.getFirst());
            facts.addAll(returning.begun(taken, Request.Ask.of(raised, terms), false, now));
        }
        DepartmentCase at = evolveAll(state, facts);
        if (raised.knownAnswer() != null
                && hear(at, KnownAnswers.answer(raised, raised.knownAnswer()), now)
                        instanceof Decision.Accepted<DepartmentFact>(var answered)) {
            facts.addAll(answered);
        }
        return accept(early.andWhatCameEarly(state, facts, now));
    }

    /** Whoever asked says under which version; before that was said, it was the one in force. */
    private Charter charterOf(RequestRaised raised) {
        return raised.charterVersion() == null
                ? charters.of(raised.department())
                : charters.of(raised.department(), raised.charterVersion());
    }

    /** All that happens by itself at this time. */
    private static Decision<DepartmentFact> due(DepartmentCase state, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>(EarlyReplies.forgotten(state, now));
        facts.addAll(AnsweringOffers.lapsed(state, now));
        return accept(facts);
    }

    @Override
    public DepartmentCase evolve(DepartmentCase state, DepartmentFact fact) {
        return switch (fact) {
            case Published _, RefusedLater _ -> state;
            case RequestTaken(var raised, var terms) ->
                state.taking(Offering.taken(raised, terms), raised.words(), raised.language())
                        .among(raised.registered())
                        .heardEarly();
            case OfferTaken(var id) -> state.replacing(id, Offering::open);
            case RequestGivenAway(var id) -> state.replacing(id, Offering::givenAway);
            case RequestReopened(var id) -> Returning.reopened(state, id);
            case ReplyTaken(var reply, var at) -> Replying.after(state, reply, at);
            case RequestEnded(var id, var reason, var at) ->
                state.replacing(id, it -> new Withdrawn(it.ask(), it.progress(), reason, at));
            case LastWordGiven(var id) -> state.withLastWord(id);
            case EarlyReplyKept(var reply, var until) -> state.keeping(new EarlyReply(reply, until));
            case EarlyRepliesForgotten(var until) -> state.forgettingEarly(until);
            case CooperationFact cooperation ->
                Cooperating.after(state, cooperation).heardEarly();
            case DealingFact dealing -> Dealing.after(state, dealing);
            case DocumentFact _ -> state;
        };
    }
}
