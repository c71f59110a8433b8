package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Accept;
import io.redress.contracts.DepartmentReply.AcceptOffer;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.DepartmentReply.Commitment;
import io.redress.contracts.DepartmentReply.Contribution;
import io.redress.contracts.DepartmentReply.Decline;
import io.redress.contracts.DepartmentReply.DeclineOffer;
import io.redress.contracts.DepartmentReply.Deviation;
import io.redress.contracts.DepartmentReply.Estimate;
import io.redress.contracts.DepartmentReply.Evidence;
import io.redress.contracts.DepartmentReply.Help;
import io.redress.contracts.DepartmentReply.Offer;
import io.redress.contracts.DepartmentReply.OnRequest;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.DepartmentReply.Question;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.CooperationFact.AnswerKept;
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
import io.redress.department.domain.Request.Answered;
import io.redress.department.domain.Request.Declined;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Offered;
import io.redress.department.domain.Request.OnOffer;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.Request.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for requests and replies inside a department. */
public final class DepartmentDecider implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    /** More replies than this to requests we have not seen are not a delay, but a mistake of their sender. */
    static final int MOST_EARLY = 20;
    /** Longer than any stall of ours; a request that has not come by then was never raised. */
    static final Duration EARLY_FOR = Duration.ofDays(1);

    private final Charters charters;
    private final Completeness completeness;
    private final Cooperating cooperating;

    public DepartmentDecider(Charters charters) {
        this.charters = charters;
        this.completeness = new Completeness(charters);
        this.cooperating = new Cooperating(completeness, this::hear);
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
                ? accept(completeness.andWhatIsComplete(
                        facts.stream().reduce(state, this::evolve, (_, last) -> last), facts, now))
                : decided;
    }

    private Decision<DepartmentFact> ruled(DepartmentCase state, DepartmentCommand command, Instant now) {
        return switch (command) {
            case TakeRequest(var raised) -> take(state, raised, now);
            case GiveLastWord(var id) -> state.lastWords().contains(id) ? nothing() : accept(new LastWordGiven(id));
            case HearMove(var moved) ->
                moved.requestId() == null ? learn(state, moved.to(), now) : Offering.moved(state, moved, now);
            case HearReturn(var returned) -> Offering.returned(state, returned);
            case EndRequest end -> end(state, end, now);
            // Who owns a request follows from who is asked.
            case LearnOwner(var requestId, var owner) -> requestId == null ? learn(state, owner, now) : nothing();
            case LearnCase(var owner, var background) -> learn(state, owner, background, now);
            case Reply(var reply) ->
                state.hasSubjectOf(reply)
                        ? hear(state, reply, now)
                        : reject("unknown-request", "Expected a request of this case, but there is no such one");
            case HearReply(var reply) -> state.hasSubjectOf(reply) ? hear(state, reply, now) : keep(state, reply, now);
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
            case OnRequest it ->
                switch (state.request(it.requestId())) {
                    case null ->
                        reject("unknown-request", "Expected a request of this case, but got " + it.requestId());
                    case Request request -> reply(state, request, it, now);
                };
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
                : accept(andWhatCameEarly(state, List.of(new OwnerLearned(owner)), now));
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
            facts.addAll(completeness.begun(taken, Request.Ask.of(raised, terms), false, now));
        }
        DepartmentCase at = facts.stream().reduce(state, this::evolve, (_, last) -> last);
        if (raised.knownAnswer() != null
                && hear(at, KnownAnswers.answer(raised, raised.knownAnswer()), now)
                        instanceof Decision.Accepted<DepartmentFact>(var answered)) {
            facts.addAll(answered);
        }
        return accept(andWhatCameEarly(state, facts, now));
    }

    /** Whoever asked says under which version; before that was said, it was the one in force. */
    private Charter charterOf(RequestRaised raised) {
        return raised.charterVersion() == null
                ? charters.of(raised.department())
                : charters.of(raised.department(), raised.charterVersion());
    }

    /** What came before what it is about is heard now, in the order in which it came. */
    private List<DepartmentFact> andWhatCameEarly(DepartmentCase state, List<DepartmentFact> first, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>(first);
        DepartmentCase at = first.stream().reduce(state, this::evolve, (_, last) -> last);
        for (EarlyReply early : state.early()) {
            if (!at.hasSubjectOf(early.reply())) {
                continue;
            }
            switch (hear(at, early.reply(), now)) {
                case Decision.Accepted<DepartmentFact>(var more) -> {
                    facts.addAll(more);
                    at = more.stream().reduce(at, this::evolve, (_, last) -> last);
                }
                // Say another department's: it would have been refused without coming early, too.
                case Decision.Rejected<DepartmentFact>(var code, var why) ->
                    facts.add(Refusing.later(early.reply(), code, why, now));
            }
        }
        return facts;
    }

    /** What has been answered or declined stays so; the others know what became of it. */
    private static Decision<DepartmentFact> end(DepartmentCase state, EndRequest command, Instant now) {
        Request request = state.request(command.requestId());
        return request instanceof Open
                        || request instanceof Incomplete
                        || request instanceof Offered
                        || request instanceof OnOffer
                ? ended(
                        state,
                        command.requestId(),
                        command.reason(),
                        now,
                        new RequestEnded(command.requestId(), command.reason(), now))
                : nothing();
    }

    /** Who was asked to help with it need not go on. */
    private static Decision<DepartmentFact> ended(
            DepartmentCase state, RequestId id, String reason, Instant now, DepartmentFact... by) {
        List<DepartmentFact> facts = new ArrayList<>(List.of(by));
        facts.addAll(Helping.released(state, id, reason, now));
        return accept(facts);
    }

    private Decision<DepartmentFact> reply(DepartmentCase state, Request request, OnRequest reply, Instant now) {
        RequestId id = request.ask().id();
        if (!request.ask().department().equals(reply.department())) {
            return reject(
                    "not-your-request", "Expected a request made to " + reply.department() + ", but " + id + " is not");
        }
        DepartmentReply before = said(state, request, reply.replyId());
        if (before != null) {
            return before.equals(reply)
                    ? nothing()
                    : reject("reply-id-reused", "Expected a new reply id for a new reply to " + id);
        }
        if (Negotiating.isRepeated(state, reply)) {
            return nothing();
        }
        return switch (request) {
            case Offered offered
            when needsWhatIsMissing(reply) && completeness.isIncomplete(state, offered.ask()) ->
                incomplete(offered.ask());
            case Offered offered
            when reply instanceof Accept ->
                Offering.reply(offered, reply, now, taken -> accept(completeness.begun(state, taken.ask(), true, now)));
            case Offered offered -> Offering.reply(offered, reply, now, taken -> reply(state, taken, reply, now));
            case Incomplete lacking when needsWhatIsMissing(reply) -> incomplete(lacking.ask());
            case Incomplete lacking -> reply(state, new Open(lacking.ask(), List.of(), lacking.returned()), reply, now);
            case Open open -> reply(state, open, reply, now);
            // A late repetition: whoever has answered has accepted before.
            case Answered _ when reply instanceof Accept -> nothing();
            case Answered _ ->
                reject(
                        "already-answered",
                        "Expected an open request, but " + reply.department() + " has answered " + id);
            case Withdrawn withdrawn ->
                reject(
                        "withdrawn",
                        "Expected an open request, but " + id + " is not needed any more: " + withdrawn.reason());
            case OnOffer given ->
                reject(
                        "already-declined",
                        "Expected an open request, but " + reply.department() + " has declined " + id + ", and "
                                + given.reply().rightOwner() + " is asked to take it over");
            case Declined declined ->
                reject(
                        "already-declined",
                        "Expected an open request, but " + reply.department() + " has declined " + id + " in favour of "
                                + declined.reply().rightOwner());
        };
    }

    /** Whoever has the answer, or says that it is another's, needs nothing more. */
    private static boolean needsWhatIsMissing(OnRequest reply) {
        return switch (reply) {
            case Progress _, Question _, Help _, Deviation _, Estimate _, Commitment _ -> true;
            case Offer _, AcceptOffer _, DeclineOffer _ -> true;
            case Accept _, Answer _, Decline _ -> false;
        };
    }

    private static Decision<DepartmentFact> incomplete(Request.Ask ask) {
        return reject(
                "incomplete",
                "Expected a request with all that " + ask.department() + " needs to begin, but " + ask.id()
                        + " goes back to whoever made it");
    }

    private static @Nullable DepartmentReply said(DepartmentCase state, Request request, String replyId) {
        RequestId id = request.ask().id();
        return Stream.of(
                        request.said(replyId),
                        state.cooperation().said(id, replyId),
                        state.dealings().deviations().said(id, replyId),
                        state.dealings().commitments().said(id, replyId),
                        state.dealings().deliveries().said(id, replyId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Decision<DepartmentFact> reply(DepartmentCase state, Open request, OnRequest reply, Instant now) {
        return switch (reply) {
            // To say once more that it is ours changes nothing.
            case Accept _ -> nothing();
            case Progress progress -> accept(new ReplyTaken(reply, now), new Published(reported(progress, now)));
            case Question question -> Asking.ask(state, request, question, now);
            case Help help -> Helping.help(state, request, help, completeness, now);
            case Deviation deviation -> Deviating.report(state, request, deviation, now);
            case Estimate estimate -> Deviating.estimate(state, request, estimate, now);
            case Commitment commitment -> Committing.make(state, request, commitment, now);
            case Offer _, AcceptOffer _, DeclineOffer _ -> negotiate(state, request, reply, now);
            case Answer answer
            when !Contributing.unknown(state, answer.cites()).isEmpty() ->
                reject(
                        "unknown-contribution",
                        "Expected contributions to this case in cites, but there are no such ones");
            case Answer answer ->
                ended(
                        state,
                        answer.requestId(),
                        "The request has its answer.",
                        now,
                        new ReplyTaken(reply, now),
                        new Published(answered(request, answer, now)));
            case Decline decline
            when decline.rightOwner().equals(decline.department()) ->
                reject(
                        "right-owner-missing",
                        "Expected the right owner to be a department other than " + decline.department());
            case Decline decline
            when state.lastWords().contains(decline.requestId()) ->
                reject(
                        "authority-decides",
                        "Expected an answer, because others have declined already and " + decline.department()
                                + " has the last word");
            case Decline decline ->
                ended(
                        state,
                        decline.requestId(),
                        "The request is another department's.",
                        now,
                        new ReplyTaken(reply, now),
                        new Published(declined(decline, now)));
        };
    }

    private Decision<DepartmentFact> negotiate(DepartmentCase state, Open request, OnRequest reply, Instant now) {
        NegotiationCommand.Word word = Negotiating.said(reply);
        return word == null ? nothing() : Negotiating.hear(state, request, word, charters, now);
    }

    private static ProgressReported reported(Progress reply, Instant now) {
        return new ProgressReported(
                reply.requestId().caseId(), reply.requestId(), reply.department(), reply.note(), reply.by(), now);
    }

    private static RequestAnswered answered(Open request, Answer reply, Instant now) {
        return new RequestAnswered(
                reply.requestId().caseId(),
                reply.requestId(),
                reply.department(),
                request.ask().kind(),
                request.ask().stepId(),
                reply.done(),
                reply.findings(),
                reply.claims(),
                reply.options(),
                reply.by(),
                now,
                reply.cites().isEmpty() ? null : reply.cites(),
                request.ask().parent(),
                request.ask().dueAt());
    }

    private static RequestDeclined declined(Decline reply, Instant now) {
        return new RequestDeclined(
                reply.requestId().caseId(),
                reply.requestId(),
                reply.department(),
                reply.reason(),
                reply.rightOwner(),
                reply.by(),
                now);
    }

    private Decision<DepartmentFact> keep(DepartmentCase state, DepartmentReply reply, Instant now) {
        if (state.early().stream().anyMatch(it -> it.reply().equals(reply))) {
            return nothing();
        }
        // What will be missing then is missing now.
        if (reply instanceof Help help) {
            Look look = completeness.look(state, help.from(), help.kind(), Helping.given(help));
            if (!look.fits()) {
                return Completeness.refuse(help.from(), look);
            }
        }
        return state.early().size() < MOST_EARLY
                ? accept(new EarlyReplyKept(reply, now.plus(EARLY_FOR)))
                : reject(
                        "unknown-request",
                        "Expected a request that was raised, but " + MOST_EARLY
                                + " replies wait already for requests of this case that nobody knows");
    }

    /** All that happens by itself at this time. */
    private static Decision<DepartmentFact> due(DepartmentCase state, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>(forgotten(state, now));
        facts.addAll(Negotiating.lapsed(state, now));
        return accept(facts);
    }

    private static List<DepartmentFact> forgotten(DepartmentCase state, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        state.early().stream()
                .filter(it -> !it.until().isAfter(now))
                .forEach(it -> facts.add(Refusing.neverRaised(it, now)));
        if (!facts.isEmpty()) {
            facts.add(new EarlyRepliesForgotten(now));
        }
        return facts;
    }

    @Override
    public DepartmentCase evolve(DepartmentCase state, DepartmentFact fact) {
        return switch (fact) {
            case Published _, RefusedLater _ -> state;
            case RequestTaken(var raised, var terms) ->
                state.taking(Offering.taken(raised, terms), raised.words(), raised.language())
                        .heardEarly();
            case OfferTaken(var id) -> state.replacing(id, Offering::open);
            case RequestGivenAway(var id) -> state.replacing(id, Offering::givenAway);
            case RequestReopened(var id) -> Completeness.reopened(state, id);
            case ReplyTaken(var reply, var at) ->
                credited(state, reply).replacing(reply.requestId(), it -> after(it, reply, at));
            case RequestEnded(var id, var reason, var at) ->
                state.replacing(id, it -> new Withdrawn(it.ask(), it.progress(), reason, at));
            case LastWordGiven(var id) -> state.withLastWord(id);
            case EarlyReplyKept(var reply, var until) -> state.keeping(new EarlyReply(reply, until));
            case EarlyRepliesForgotten(var until) -> state.forgettingEarly(until);
            case CooperationFact cooperation -> after(state, cooperation).heardEarly();
            case DealingFact dealing -> Dealing.after(state, dealing);
            case DocumentFact _ -> state;
        };
    }

    private static DepartmentCase after(DepartmentCase state, CooperationFact fact) {
        DepartmentCase next = Completeness.after(state.with(state.cooperation().after(fact)), fact);
        return fact instanceof AnswerKept(var questionId, var _, var dueAt)
                ? state.cooperation().questions().stream()
                        .filter(it -> it.id().equals(questionId))
                        .findFirst()
                        .map(it -> next.replacing(it.reply().requestId(), request -> due(request, dueAt)))
                        .orElse(next)
                : next;
    }

    private static Request due(Request request, Instant dueAt) {
        return request instanceof Open open ? open.due(dueAt) : request;
    }

    private static DepartmentCase credited(DepartmentCase state, OnRequest reply) {
        return reply instanceof Answer answer && !answer.cites().isEmpty()
                ? state.with(state.cooperation().crediting(answer.cites(), answer.requestId()))
                : state;
    }

    private static Request after(Request request, OnRequest reply, Instant at) {
        if (request instanceof Offered offered && reply instanceof Decline decline) {
            return new Declined(offered.ask(), List.of(), decline, at);
        }
        if (request instanceof Incomplete lacking) {
            return after(new Open(lacking.ask(), List.of(), lacking.returned()), reply, at);
        }
        if (!(request instanceof Open open)) {
            return request;
        }
        return switch (reply) {
            case Accept _ -> open;
            case Progress progress -> open.noting(progress, at);
            case Answer answer -> new Answered(open.ask(), open.progress(), answer, at);
            case Decline decline -> new OnOffer(open.ask(), open.progress(), decline, at);
            case Question _, Help _, Deviation _, Estimate _, Commitment _, Offer _, AcceptOffer _, DeclineOffer _ ->
                open;
        };
    }
}
