package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyJudged;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.Urgency.Judgement;
import io.redress.department.domain.Urgency.Verdict;
import io.redress.department.domain.UrgencyCommand.JudgeUrgency;
import io.redress.department.domain.UrgencyCommand.NoteJudgement;
import io.redress.department.domain.UrgencyCommand.SettleUrgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyFact.JudgementNoted;
import io.redress.department.domain.UrgencyFact.UrgencyAsked;
import io.redress.department.domain.UrgencyFact.UrgencyRated;
import io.redress.department.domain.UrgencyFact.UrgencySettled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Urgency is a budget (R91). The case says what it costs and why; the week of the requester is the only one that can say
 * whether there is so much left, so that requests at the same time never overspend it.
 */
final class Urging {
    private static final int USUAL_COST = 1;
    /** A need of one's own making costs double and knows no exceptions (R97). */
    private static final int OWN_MAKING_COST = 2;

    private Urging() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, UrgencyCommand command, Instant now) {
        return switch (command) {
            case Urge urge -> urge(state, urge, now);
            case SettleUrgency settle -> settle(state, settle, now);
            case JudgeUrgency judge -> judge(state, judge, now);
            case NoteJudgement(var id) ->
                state.dealings().urgencies().of(id) instanceof Urgency it && it.judgement() != null && !it.noted()
                        ? accept(new JudgementNoted(id))
                        : nothing();
        };
    }

    private static Decision<DepartmentFact> urge(DepartmentCase state, Urge command, Instant now) {
        Request request = state.request(command.requestId());
        // Whom it does not concern need not learn that it exists.
        if (request == null
                || !request.ask().department().equals(command.department())
                || !command.speaker().speaksFor(Asking.requester(state, request.ask()))) {
            return reject("unknown-request", "Expected a request of yours, but got " + command.requestId());
        }
        Urgency before = state.dealings().urgencies().of(command.requestId());
        if (before != null && before.key().equals(command.key())) {
            return before.cause().equals(command.cause()) && before.reason().equals(command.reason())
                    ? nothing()
                    : reject("key-reused", "Expected a new key for another cause or reason");
        }
        if (before != null && before.verdict() != Verdict.REFUSED) {
            return reject(
                    "already-urgent",
                    "Expected a request that is not urgent yet, but " + before.by() + " has said so at "
                            + before.askedAt());
        }
        if (!(request instanceof Open)) {
            return reject("not-open", "Expected an open request, but " + command.requestId() + " is not in work");
        }
        return accept(new UrgencyAsked(asked(state, request.ask(), command, now)));
    }

    private static Urgency asked(DepartmentCase state, Request.Ask ask, Urge command, Instant now) {
        Optional<String> ownMaking =
                OwnMaking.explain(state, ask, command.cause(), command.terms().admitted(), now);
        boolean exempt = ownMaking.isEmpty() && command.terms().exempt().contains(command.cause());
        int cost = exempt ? 0 : ownMaking.isPresent() ? OWN_MAKING_COST : USUAL_COST;
        return new Urgency(
                ask.id(),
                payer(Asking.requester(state, ask)),
                ask.department(),
                command.key(),
                UrgencyTerms.week(now, command.terms().zones().apply(payer(Asking.requester(state, ask)))),
                command.cause(),
                command.reason(),
                command.speaker().by(),
                now,
                cost,
                exempt ? command.cause() : null,
                ownMaking.orElse(null),
                Verdict.ASKED,
                0,
                null,
                false);
    }

    private static DepartmentCode payer(Party requester) {
        return new DepartmentCode((requester.isConsultant() ? Speaker.FRONT_DESK : requester).id());
    }

    private static Decision<DepartmentFact> settle(DepartmentCase state, SettleUrgency command, Instant now) {
        // A week that was asked once more after it had refused may have more to give; what it has given counts.
        return switch (state.dealings().urgencies().of(command.requestId())) {
            case null -> nothing();
            case Urgency it when !it.week().equals(command.week()) || it.verdict() == Verdict.GRANTED -> nothing();
            case Urgency it when it.verdict() == Verdict.REFUSED && !command.granted() -> nothing();
            case Urgency it -> accept(settled(state, it, command, now));
        };
    }

    /** What is urgent now comes before others, and they are told. */
    private static List<DepartmentFact> settled(DepartmentCase state, Urgency it, SettleUrgency command, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new UrgencySettled(it.requestId(), command.granted(), command.left()));
        facts.add(
                new Published(command.granted() ? granted(it, command.left(), now) : refused(it, command.left(), now)));
        if (command.granted() && state.request(it.requestId()) instanceof Open open) {
            facts.add(Displacing.gained(state, open.ask(), now));
        }
        return facts;
    }

    private static UrgencyGranted granted(Urgency it, int left, Instant now) {
        return new UrgencyGranted(
                it.requestId().caseId(),
                it.requestId(),
                it.requester(),
                it.department(),
                it.week(),
                it.cost(),
                left,
                it.exemption(),
                it.reason(),
                it.by(),
                now,
                it.cause(),
                it.ownMaking());
    }

    private static UrgencyRefused refused(Urgency it, int left, Instant now) {
        return new UrgencyRefused(
                it.requestId().caseId(),
                it.requestId(),
                it.requester(),
                it.department(),
                it.week(),
                it.cost(),
                left,
                it.cause(),
                it.ownMaking(),
                it.by(),
                now);
    }

    private static Decision<DepartmentFact> judge(DepartmentCase state, JudgeUrgency command, Instant now) {
        Urgency urgency = state.dealings().urgencies().of(command.requestId());
        if (urgency == null
                || urgency.verdict() != Verdict.GRANTED
                || !urgency.department().equals(command.department())) {
            return reject("unknown-request", "Expected an urgent request to you, but got " + command.requestId());
        }
        Judgement before = urgency.judgement();
        if (before != null) {
            return before.justified() == command.justified()
                            && before.reason().equals(command.reason())
                            && before.by().equals(command.by())
                    ? nothing()
                    : reject("already-judged", "Expected one judgement, but " + before.by() + " has given it");
        }
        if (state.request(command.requestId()) instanceof Open) {
            return reject("not-ended", "Expected a request that has ended, because only then it shows what it was for");
        }
        return accept(
                new UrgencyRated(
                        command.requestId(), new Judgement(command.justified(), command.reason(), command.by(), now)),
                new Published(new UrgencyJudged(
                        command.requestId().caseId(),
                        command.requestId(),
                        urgency.requester(),
                        command.department(),
                        command.justified(),
                        command.reason(),
                        command.by(),
                        now)));
    }
}
