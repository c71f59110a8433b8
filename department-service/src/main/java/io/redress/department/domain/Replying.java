package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Accept;
import io.redress.contracts.DepartmentReply.AcceptOffer;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.DepartmentReply.Commitment;
import io.redress.contracts.DepartmentReply.Decline;
import io.redress.contracts.DepartmentReply.DeclineOffer;
import io.redress.contracts.DepartmentReply.Deviation;
import io.redress.contracts.DepartmentReply.Estimate;
import io.redress.contracts.DepartmentReply.Help;
import io.redress.contracts.DepartmentReply.Offer;
import io.redress.contracts.DepartmentReply.OnRequest;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.DepartmentReply.Question;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.ReplyTaken;
import io.redress.department.domain.Request.Answered;
import io.redress.department.domain.Request.Declined;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Offered;
import io.redress.department.domain.Request.OnOffer;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.Request.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a department says about one of its requests; each word by what has become of the request so far. */
final class Replying {
    private final Charters charters;
    private final Completeness completeness;
    private final Returning returning;

    Replying(Charters charters, Completeness completeness, Returning returning) {
        this.charters = charters;
        this.completeness = completeness;
        this.returning = returning;
    }

    Decision<DepartmentFact> reply(DepartmentCase state, OnRequest reply, Instant now) {
        return switch (state.request(reply.requestId())) {
            case null -> reject("unknown-request", "Expected a request of this case, but got " + reply.requestId());
            case Request request -> reply(state, request, reply, now);
        };
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
                Offering.reply(offered, reply, now, taken -> accept(returning.begun(state, taken.ask(), true, now)));
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
            case Answer answer -> Ending.answer(state, request, answer, now);
            case Decline decline -> Ending.decline(state, decline, now);
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

    /** The case after a department has said something about a request. */
    static DepartmentCase after(DepartmentCase state, OnRequest reply, Instant at) {
        return credited(state, reply).replacing(reply.requestId(), it -> after(it, reply, at));
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
