package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DeliveryCommand.HearOutcome;
import io.redress.department.domain.DeliveryCommand.HearProposal;
import io.redress.department.domain.DeliveryCommand.Rate;
import io.redress.department.domain.DeliveryCommand.SendBack;
import io.redress.department.domain.DeliveryCommand.Thank;
import io.redress.department.domain.DeliveryFact.ProposalHeard;
import io.redress.department.domain.DeliveryFact.Rated;
import io.redress.department.domain.DeliveryFact.SentBack;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules about what was delivered: it may go back once, and is rated by whoever asked (R84). */
public final class Delivering {
    private Delivering() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, DeliveryCommand command, Instant now) {
        return switch (command) {
            case SendBack back -> sendBack(state, back, now);
            case Rate rate -> rate(state, rate, now);
            case Thank thank -> Thanking.thank(state, thank, now);
            case HearProposal(var at) -> accept(new ProposalHeard(at));
            case HearOutcome(var outcome, var at) -> Thanking.hear(state, new Thanks.Outcome(outcome, at));
        };
    }

    private static Decision<DepartmentFact> sendBack(DepartmentCase state, SendBack command, Instant now) {
        Request request = asked(state, command.requestId(), command.department(), command.speaker());
        if (request == null) {
            return unknown(command.requestId());
        }
        Delivery.Return before =
                state.dealings().deliveries().of(command.requestId()).sent();
        if (before != null) {
            if (!before.key().equals(command.key())) {
                return reject(
                        "sent-back-before",
                        "Expected an answer that has not gone back yet, but " + before.by() + " has sent it back at "
                                + before.at());
            }
            return before.reason().equals(command.reason()) && before.missing().equals(command.missing())
                    ? nothing()
                    : reject("key-reused", "Expected a new key for another reason");
        }
        return request instanceof Answered answered
                ? sendBack(state, answered, command, now)
                : reject("not-answered", "Expected a request with an answer, but " + command.requestId() + " has none");
    }

    private static Decision<DepartmentFact> sendBack(
            DepartmentCase state, Answered answered, SendBack command, Instant now) {
        Request.Ask ask = answered.ask();
        Instant until = answered.at().plus(command.within());
        if (now.isAfter(until)) {
            return reject("too-late", "Expected an incomplete answer to go back until " + until);
        }
        if (ask.kind() == RequestKind.EXECUTION) {
            return reject(
                    "carried-out", "Expected an answer in words, but this step is carried out and the customer knows");
        }
        if (hasGoneOn(state, answered)) {
            return reject(
                    "gone-on",
                    "Expected an answer that nothing rests on yet, but what was answered has been passed on already");
        }
        // The department took it for done, and could not go on in this time.
        Instant dueAt = ask.dueAt().plus(Duration.between(answered.at(), now));
        return accept(
                new SentBack(
                        ask.id(),
                        new Delivery.Return(
                                answered.reply(),
                                answered.at(),
                                command.key(),
                                command.reason(),
                                command.missing(),
                                command.speaker().by(),
                                now),
                        dueAt),
                new Published(new AnswerSentBack(
                        ask.id().caseId(),
                        ask.id(),
                        ask.department(),
                        Asking.requester(state, ask),
                        command.reason(),
                        command.missing(),
                        command.speaker().by(),
                        dueAt,
                        now,
                        ask.parent())));
    }

    /** Help has gone on with the answer that it was for; everything else with the proposal to the customer. */
    private static boolean hasGoneOn(DepartmentCase state, Answered answered) {
        RequestId parent = answered.ask().parent();
        Instant proposedAt = state.dealings().deliveries().proposedAt();
        return parent == null
                ? proposedAt != null && !proposedAt.isBefore(answered.at())
                : state.request(parent) instanceof Answered;
    }

    private static Decision<DepartmentFact> rate(DepartmentCase state, Rate command, Instant now) {
        if (!(asked(state, command.requestId(), command.department(), command.speaker())
                instanceof Answered answered)) {
            return unknown(command.requestId());
        }
        boolean onTime = wasOnTime(state, answered);
        boolean complete = wasComplete(state, answered);
        Delivery.Rating before =
                state.dealings().deliveries().of(command.requestId()).rating();
        Delivery.Rating rating = new Delivery.Rating(
                Objects.requireNonNullElse(command.onTime(), onTime),
                Objects.requireNonNullElse(command.complete(), complete),
                command.words(),
                command.speaker().by(),
                now,
                before != null);
        if (before != null && before.saysTheSameAs(rating)) {
            return nothing();
        }
        if (before != null && before.corrected()) {
            return reject("corrected-before", "Expected a rating to be corrected once, and it has been");
        }
        if (before != null && !command.corrects()) {
            return reject("rated-before", "Expected If-Match with the ETag of the rating that is to be corrected");
        }
        if ((rating.onTime() != onTime || rating.complete() != complete) && command.words() == null) {
            return reject("words-missing", "Expected words where the dates and the log say something else");
        }
        List<DepartmentFact> facts = new ArrayList<>(List.of(
                new Rated(command.requestId(), rating),
                new Published(new DeliveryRated(
                        command.requestId().caseId(),
                        command.requestId(),
                        command.department(),
                        Asking.requester(state, answered.ask()),
                        rating.onTime(),
                        rating.complete(),
                        rating.words(),
                        now))));
        facts.addAll(Thanking.proposed(state, answered, rating, now));
        return accept(facts);
    }

    /**
     * Whether it came by its date, without the time in which its department could not go on. A date that the log alone
     * has put off makes nothing punctual.
     */
    public static boolean wasOnTime(DepartmentCase state, Answered answered) {
        Request.Ask ask = answered.ask();
        Followed followed = state.dealings().deviations().of(ask.id());
        Negotiation.Agreement agreement =
                state.dealings().negotiations().about(ask.id()).agreement();
        Duration putOff =
                followed == null ? Duration.ZERO : followed.putOffUnasked(agreement == null ? null : agreement.at());
        return !answered.at().isAfter(ask.dueAt().minus(putOff));
    }

    /** Whether the first answer was the last. */
    public static boolean wasComplete(DepartmentCase state, Answered answered) {
        return state.dealings().deliveries().of(answered.ask().id()).sent() == null;
    }

    /** Whether there is something to say about it; what was known before anybody worked on it is nobody's delivery. */
    public static boolean isDelivery(Answered answered) {
        return answered.ask().known() == null;
    }

    /** Whose internal customer service this is; the front desk stands for all consultants. */
    public static DepartmentCode requesterOf(DepartmentCase state, Request.Ask ask) {
        Party requester = Asking.requester(state, ask);
        return new DepartmentCode((requester.isConsultant() ? Speaker.FRONT_DESK : requester).id());
    }

    /** Whom it does not concern need not learn that it exists. */
    private static @Nullable Request asked(
            DepartmentCase state, RequestId id, DepartmentCode department, Speaker speaker) {
        Request request = state.request(id);
        return request != null
                        && request.ask().department().equals(department)
                        && speaker.speaksFor(Asking.requester(state, request.ask()))
                ? request
                : null;
    }

    static Decision<DepartmentFact> unknown(RequestId id) {
        return reject("unknown-request", "Expected an answered request of yours, but got " + id);
    }

    /** A request whose answer has gone back is open again, and has kept its notes. */
    static DepartmentCase after(DepartmentCase state, DeliveryFact fact) {
        DepartmentCase next = state.with(state.dealings().after(fact));
        return fact instanceof SentBack(var id, var _, var dueAt)
                ? next.replacing(
                        id,
                        it -> it instanceof Answered answered
                                ? new Request.Open(answered.ask(), answered.progress()).due(dueAt)
                                : it)
                : next;
    }
}
