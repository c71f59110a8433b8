package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.SilenceFact.SilenceBroken;
import io.redress.routing.domain.WaitCircles.Found;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import io.redress.routing.domain.WaitCommand.EndContest;
import io.redress.routing.domain.WaitCommand.NoteAgreedDate;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteChoice;
import io.redress.routing.domain.WaitCommand.NoteContest;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitFact.ContestNoted;
import io.redress.routing.domain.WaitFact.ContestSettled;
import io.redress.routing.domain.WaitFact.CustomersTurnEnded;
import io.redress.routing.domain.WaitFact.CustomersTurnNoted;
import io.redress.routing.domain.WaitFact.LimitMoved;
import io.redress.routing.domain.WaitFact.QuestionNoted;
import io.redress.routing.domain.WaitFact.QuestionSettled;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Contest;
import io.redress.routing.domain.Waiting.CustomersTurn;
import io.redress.routing.domain.Waiting.Questioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What begins and ends a wait that is no request: questions, the customer's turn, the superior's decision. */
final class WaitRules {
    /** More open questions than this in one case are not answered but talked about. */
    static final int MOST_QUESTIONS = 50;

    /** Facts about which departments disagree at once. */
    static final int MOST_CONTESTS = 20;

    private final Departments departments;
    private final Attendance attendance;

    WaitRules(Departments departments) {
        this.departments = departments;
        this.attendance = new Attendance(departments);
    }

    Decision<RoutingFact> noteQuestion(Routed routed, NoteQuestion command) {
        List<Questioned> open = routed.waiting().questions();
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) ->
                Requesting.foreign(request, command.department());
            case Request.Answered _, Request.PassedOn _, Request.Refused _, Request.Withdrawn _ -> nothing();
            // Also about what is on offer, so that it does not matter which of the two was heard first.
            case Request _ when open.stream().anyMatch(it -> it.id().equals(command.questionId())) -> nothing();
            case Request _
            when open.size() >= MOST_QUESTIONS ->
                reject("too-many-questions", "Expected at most " + MOST_QUESTIONS + " open questions in a case");
            case Request _ -> accept(new QuestionNoted(questioned(command)));
        };
    }

    private Questioned questioned(NoteQuestion command) {
        return new Questioned(
                command.questionId(),
                command.requestId(),
                command.department(),
                command.to(),
                command.askedAt(),
                departments.dueAt(answering(command.to()), command.askedAt()));
    }

    private DepartmentCode answering(Party party) {
        return party.isDepartment()
                ? NextOwner.of(new DepartmentCode(party.id()), departments).department()
                : departments.listener();
    }

    static Decision<RoutingFact> noteAnswer(Routed routed, NoteAnswerToQuestion command) {
        if (routed.waiting().questions().stream()
                .noneMatch(it ->
                        it.id().equals(command.questionId()) && it.requestId().equals(command.requestId()))) {
            return nothing();
        }
        Asked asked = routed.waiting().asked(command.requestId());
        Instant dueAt = command.dueAt();
        return asked != null && dueAt != null && dueAt.isAfter(asked.limit())
                ? accept(new QuestionSettled(command.questionId()), new LimitMoved(asked.id(), dueAt))
                : accept(new QuestionSettled(command.questionId()));
    }

    /** The agreed date is the limit of the wait, and to agree is a sign of life; the customer's date follows a later one. */
    Decision<RoutingFact> noteAgreedDate(Routed routed, NoteAgreedDate command, Instant now) {
        Request request = routed.request(command.requestId());
        if (request == null) {
            return Requesting.unknown(command.requestId());
        }
        if (!request.ask().department().equals(command.department())) {
            return Requesting.foreign(request, command.department());
        }
        Asked asked = routed.waiting().asked(command.requestId());
        if (asked == null) {
            return nothing();
        }
        List<RoutingFact> facts = Owing.settled(routed, command.requestId(), Wait.What.AGREEMENT);
        if (asked.limit().equals(command.dueAt())) {
            return accept(facts);
        }
        facts.add(new LimitMoved(asked.id(), command.dueAt()));
        if (routed.silences().open().stream()
                .anyMatch(it -> it.waitId().equals(asked.id().value()))) {
            facts.add(new SilenceBroken(asked.id().value(), command.agreedAt()));
        }
        if (command.dueAt().isAfter(routed.promised())) {
            facts.add(new Published(new DateReestimated(
                    routed.routing().caseId(),
                    routed.promised(),
                    command.dueAt(),
                    attendance.nameOf(Party.department(asked.department())) + " needs longer, and that was agreed.",
                    now)));
        }
        return accept(facts);
    }

    /** What is beyond the bound is settled all the same; only nobody is shown to wait for it. */
    Decision<RoutingFact> noteContest(Routed routed, NoteContest command) {
        return routed.waiting().contests().size() >= MOST_CONTESTS
                ? nothing()
                : accept(new ContestNoted(new Contest(
                        command.claimId(),
                        command.key(),
                        command.department(),
                        command.against(),
                        command.contestedAt(),
                        departments.dueAt(answering(Party.department(command.against())), command.contestedAt()))));
    }

    static Decision<RoutingFact> endContest(Routed routed, EndContest command) {
        return routed.waiting().contests().stream().anyMatch(it -> it.claimId().equals(command.claimId()))
                ? accept(new ContestSettled(command.claimId()))
                : nothing();
    }

    static Decision<RoutingFact> awaitChoice(AwaitChoice command) {
        return accept(new CustomersTurnNoted(
                new CustomersTurn(Wait.What.CHOICE, command.proposalId(), command.proposedAt(), command.validUntil())));
    }

    static Decision<RoutingFact> noteChoice(Routed routed, NoteChoice command) {
        CustomersTurn turn = routed.waiting().customer();
        return turn != null && command.proposalId().equals(turn.proposalId())
                ? accept(new CustomersTurnEnded())
                : nothing();
    }

    /** What the chosen request waits for in the circle is not needed any more; it goes on without. */
    static Decision<RoutingFact> decideWhoGoesFirst(Routed routed, DecideWhoGoesFirst command, Instant now) {
        Found circle = WaitCircles.in(routed.waiting()).get(command.cycleId());
        if (circle == null) {
            return reject(
                    "no-such-cycle", "Expected a circle of waits that is there, but " + command.cycleId() + " is not");
        }
        if (!circle.ids().contains(command.goFirst())) {
            return reject(
                    "not-in-the-cycle",
                    "Expected one of "
                            + circle.ids().stream().map(RequestId::value).collect(Collectors.joining(", "))
                            + ", but got " + command.goFirst());
        }
        List<RoutingFact> facts = new ArrayList<>();
        for (RequestId id : circle.waitedForBy(command.goFirst())) {
            Asked asked = routed.waiting().asked(id);
            if (asked != null) {
                facts.add(withdrawn(asked, command.reason(), now));
            }
        }
        facts.add(new Published(new WaitCycleBroken(
                routed.routing().caseId(), command.cycleId(), command.goFirst(), command.reason(), command.by(), now)));
        return accept(facts);
    }

    static Published withdrawn(Asked asked, String reason, Instant now) {
        return new Published(
                new RequestWithdrawn(asked.id().caseId(), asked.id(), asked.department(), asked.kind(), reason, now));
    }
}
