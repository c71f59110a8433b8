package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.AwaitClarification;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoteContact;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of step 3 as far as they concern who is asked. */
public final class RoutingDecider implements Decider<RoutingState, RoutingCommand, RoutingFact> {
    /** More news than this before the complaint itself is not a delay any more. */
    static final int MOST_EARLY = 100;

    private final Departments departments;
    private final RoutingTable table;
    private final Rerouting rerouting;

    public RoutingDecider(Departments departments, RoutingTable table) {
        this.departments = departments;
        this.table = table;
        this.rerouting = new Rerouting(departments, table);
    }

    @Override
    public RoutingState initialState() {
        return new Unheard(List.of());
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        if (state instanceof Paused paused) {
            return switch (command) {
                case Resume _ -> andThen(paused, List.of(Pausing.resumed(paused, now)), paused.kept(), now);
                case Pause _ -> nothing();
                default -> Pausing.meanwhile(paused, command, decide(paused.beneath(), command, now));
            };
        }
        return switch (command) {
            case Pause pause -> Pausing.pause(state, pause, now);
            case Resume _ -> nothing();
            case HearComplaint hear -> hear(state, hear, now);
            case Route route -> route(state, route, now);
            case AwaitClarification _ -> nothing();
            case Reroute reroute -> reroute(state, reroute, now);
            case HearMoreWords more -> hearMore(state, more);
            case NoteContact contact -> noteContact(state, contact, now);
            case NoteAnswer answer -> onceRouted(state, answer, routed -> noteAnswer(routed, answer));
            case PassOn decline -> onceRouted(state, decline, routed -> passOn(routed, decline, now));
            case HaveStepDone step -> onceRouted(state, step, routed -> haveStepDone(routed, step, now));
            case EndCase end -> onceRouted(state, end, _ -> accept(new CaseEnded()));
        };
    }

    private Decision<RoutingFact> hear(RoutingState state, HearComplaint command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> andThen(state, List.of(new ComplaintHeard(command.complaint())), early, now);
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    private Decision<RoutingFact> route(RoutingState state, Route command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early) ->
                andThen(state, routed(complaint, command.diagnosis(), now), early, now);
            // The first diagnosis has sent people to work; a second one alone moves nobody.
            case Routed _, Paused _, Ended _ -> nothing();
        };
    }

    /** Where the customer was asked first, this is the first diagnosis that anybody works on. */
    private Decision<RoutingFact> reroute(RoutingState state, Reroute command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early) ->
                andThen(state, routed(complaint, command.diagnosis(), now), early, now);
            case Routed routed -> accept(rerouting.facts(routed, command, now));
            case Paused _, Ended _ -> nothing();
        };
    }

    /** A question is answered by the person who was in contact; a complaint is not. */
    private static Decision<RoutingFact> noteContact(RoutingState state, NoteContact command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Routed routed
            when routed.routing().cause() == Cause.NO_COMPLAINT ->
                accept(settled(
                        routed.routing().caseId(), routed.routing().nature(), "The customer has an answer.", now));
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    static Published settled(CaseId caseId, String nature, String reason, Instant now) {
        return new Published(new CaseSettled(caseId, nature, reason, now));
    }

    private static Decision<RoutingFact> hearMore(RoutingState state, HearMoreWords command) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard _, Routed _ -> accept(new MoreWordsHeard(command.words()));
            case Paused _, Ended _ -> nothing();
        };
    }

    private static Decision<RoutingFact> onceRouted(RoutingState state, RoutingCommand command, Rule rule) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var _, var early) -> keep(early, command);
            case Routed routed -> rule.decide(routed);
            case Paused _, Ended _ -> nothing();
        };
    }

    private List<RoutingFact> routed(Complaint complaint, Diagnosis diagnosis, Instant now) {
        Plan plan = table.plan(complaint.customer().tier(), diagnosis);
        List<RequestRaised> requests = IntStream.range(0, plan.parts().size())
                .mapToObj(i -> request(complaint, i + 1, plan.parts().get(i), now))
                .toList();
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(caseRouted(complaint, diagnosis, plan, requests, now)));
        requests.forEach(it -> facts.add(new Published(it)));
        if (diagnosis.isSettledByThanks()) {
            facts.add(settled(complaint.caseId(), diagnosis.strongest().nature(), "The customer was thanked.", now));
        }
        return facts;
    }

    private CaseRouted caseRouted(
            Complaint complaint, Diagnosis diagnosis, Plan plan, List<RequestRaised> requests, Instant now) {
        return new CaseRouted(
                complaint.caseId(),
                diagnosis.strongest().nature(),
                diagnosis.strongest().cause(),
                plan.lead(),
                IntStream.range(0, requests.size())
                        .mapToObj(i -> new Involvement(
                                requests.get(i).department(),
                                requests.get(i).requestId(),
                                requests.get(i).kind(),
                                plan.parts().get(i).reason()))
                        .toList(),
                complaint.owner(),
                complaint.customer(),
                complaint.submittedBy(),
                complaint.language(),
                plan.rule(),
                now,
                requests.stream()
                        .map(RequestRaised::dueAt)
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> now.plus(departments.answersWithin(departments.listener()))));
    }

    private RequestRaised request(Complaint complaint, int number, Plan.Part part, Instant now) {
        return new RequestRaised(
                complaint.caseId(),
                RequestId.of(complaint.caseId(), number),
                part.department(),
                part.kind(),
                part.nature(),
                part.subject(),
                complaint.words(),
                complaint.language(),
                null,
                now,
                now.plus(departments.answersWithin(part.department())));
    }

    private static Decision<RoutingFact> noteAnswer(Routed routed, NoteAnswer command) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            case Open _ -> accept(new AnswerNoted(command.requestId()));
            case Answered _, PassedOn _, Withdrawn _ -> nothing();
        };
    }

    private Decision<RoutingFact> passOn(Routed routed, PassOn command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            // The authority decides and cannot decline, so the request stays open and its own: a third refusal would
            // leave the customer with nobody.
            case Open _ when routed.lastWords().contains(command.requestId()) -> nothing();
            case Open(var ask) -> accept(passedOn(routed, ask, command, now));
            case Answered _, PassedOn _, Withdrawn _ -> nothing();
        };
    }

    private List<RoutingFact> passedOn(Routed routed, Ask declined, PassOn command, Instant now) {
        List<DepartmentCode> declinedBy = declinedBy(routed, declined);
        NextOwner owner = NextOwner.after(declinedBy, command.rightOwner(), departments);
        Ask ask = new Ask(
                routed.nextId(),
                owner.department(),
                declined.kind(),
                declined.nature(),
                declined.subject(),
                declined.stepId());
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(new RequestRedirected(
                routed.routing().caseId(),
                declined.id(),
                declined.department(),
                owner.department(),
                ask.id(),
                command.reason(),
                now)));
        facts.addAll(raised(routed, ask, owner, declinedBy, now));
        return facts;
    }

    private Decision<RoutingFact> haveStepDone(Routed routed, HaveStepDone command, Instant now) {
        if (routed.requests().stream()
                .anyMatch(it -> command.stepId().equals(it.ask().stepId()))) {
            return nothing();
        }
        NextOwner owner = NextOwner.of(command.department(), departments);
        Ask ask = new Ask(
                routed.nextId(),
                owner.department(),
                RequestKind.EXECUTION,
                routed.routing().nature(),
                command.action(),
                command.stepId());
        return accept(raised(routed, ask, owner, List.of(), now));
    }

    /** The authority is told that it decides before it is asked, so that it is never asked without knowing. */
    private List<RoutingFact> raised(
            Routed routed, Ask ask, NextOwner owner, List<DepartmentCode> declinedBy, Instant now) {
        RequestRaised raised = new RequestRaised(
                routed.routing().caseId(),
                ask.id(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.subject(),
                routed.words(),
                routed.routing().language(),
                ask.stepId(),
                now,
                now.plus(departments.answersWithin(ask.department())));
        return owner.byAuthority()
                ? List.of(
                        new Published(new OwnerDecisionRequested(
                                routed.routing().caseId(), ask.id(), declinedBy, owner.department(), now)),
                        new Published(raised))
                : List.of(new Published(raised));
    }

    /** Everybody who has declined what this request asks for, the present department last. */
    private static List<DepartmentCode> declinedBy(Routed routed, Ask declined) {
        List<DepartmentCode> chain = new ArrayList<>();
        for (Ask at = declined; at != null; at = predecessor(routed, at)) {
            chain.addFirst(at.department());
        }
        return List.copyOf(chain);
    }

    private static @Nullable Ask predecessor(Routed routed, Ask ask) {
        return routed.requests().stream()
                .filter(it -> it instanceof PassedOn(var _, var by) && by.equals(ask.id()))
                .map(Request::ask)
                .findFirst()
                .orElse(null);
    }

    /** Takes the first facts and then, in their order, those commands that had come too early for them. */
    private Decision<RoutingFact> andThen(
            RoutingState state, List<RoutingFact> first, List<RoutingCommand> early, Instant now) {
        List<RoutingFact> facts = new ArrayList<>(first);
        RoutingState at = first.stream().reduce(state, this::evolve, (_, last) -> last);
        for (RoutingCommand command : early) {
            // One that is refused now was never true, and must not undo what is.
            if (decide(at, command, now) instanceof Decision.Accepted<RoutingFact>(var more)) {
                facts.addAll(more);
                at = more.stream().reduce(at, this::evolve, (_, last) -> last);
            }
        }
        return accept(facts);
    }

    private static Decision<RoutingFact> keep(List<RoutingCommand> early, RoutingCommand command) {
        return early.size() < MOST_EARLY
                ? accept(new KeptForLater(command))
                : reject("too-early", "Expected the complaint before " + MOST_EARLY + " further events of its case");
    }

    private static Decision<RoutingFact> unknown(RequestId id) {
        return reject("unknown-request", "Expected a request that routing has raised, but got " + id);
    }

    private static Decision<RoutingFact> foreign(Request request, DepartmentCode department) {
        return reject(
                "not-your-request",
                "Expected " + request.ask().department() + " to speak about "
                        + request.ask().id() + ", but it was " + department);
    }

    @Override
    public RoutingState evolve(RoutingState state, RoutingFact fact) {
        if (state instanceof Paused paused) {
            return fact instanceof Published(CaseResumed _)
                    ? paused.beneath()
                    : Pausing.evolve(paused, fact, evolve(paused.beneath(), fact));
        }
        return switch (fact) {
            case ComplaintHeard(var complaint) -> new Heard(complaint, List.of());
            case KeptForLater(var command) -> kept(state, command);
            case MoreWordsHeard(var words) -> saying(state, words);
            case Published(var event) -> published(state, event);
            case AnswerNoted(var id) -> inRouted(state, it -> it.replacing(id, request -> new Answered(request.ask())));
            case CaseEnded() -> inRouted(state, it -> new Ended(it.routing(), it.requests()));
        };
    }

    private static RoutingState kept(RoutingState state, RoutingCommand command) {
        return switch (state) {
            case Unheard(var early) -> new Unheard(with(early, command));
            case Heard(var complaint, var early) -> new Heard(complaint, with(early, command));
            case Routed _, Paused _, Ended _ -> state;
        };
    }

    private static RoutingState saying(RoutingState state, String words) {
        return switch (state) {
            case Heard(var complaint, var early) -> new Heard(complaint.saying(words), early);
            case Routed routed -> routed.saying(words);
            case Unheard _, Paused _, Ended _ -> state;
        };
    }

    private static RoutingState published(RoutingState state, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routing ->
                state instanceof Heard(var complaint, var _)
                        ? new Routed(complaint.words(), routing, List.of(), List.of())
                        : state;
            case CaseRerouted rerouted -> inRouted(state, it -> it.following(rerouted));
            case RequestWithdrawn withdrawn ->
                inRouted(state, it -> it.replacing(withdrawn.requestId(), request -> new Withdrawn(request.ask())));
            case CaseSettled _ -> state;
            case RequestRaised raised -> inRouted(state, it -> it.with(new Open(ask(raised))));
            case RequestRedirected redirected ->
                inRouted(
                        state,
                        it -> it.replacing(
                                redirected.requestId(),
                                request -> new PassedOn(request.ask(), redirected.replacedBy())));
            case OwnerDecisionRequested decision -> inRouted(state, it -> it.withLastWord(decision.requestId()));
            case CasePaused paused -> new Paused(paused.caseId(), state, List.of());
            case CaseResumed _ -> state;
        };
    }

    private static Ask ask(RequestRaised raised) {
        return new Ask(
                raised.requestId(),
                raised.department(),
                raised.kind(),
                raised.nature(),
                raised.subject(),
                raised.stepId());
    }

    private static RoutingState inRouted(RoutingState state, Change change) {
        return state instanceof Routed routed ? change.of(routed) : state;
    }

    private static List<RoutingCommand> with(List<RoutingCommand> early, RoutingCommand command) {
        List<RoutingCommand> more = new ArrayList<>(early);
        more.add(command);
        return List.copyOf(more);
    }

    /** What a command means once the departments are asked. */
    private interface Rule {
        Decision<RoutingFact> decide(Routed routed);
    }

    private interface Change {
        RoutingState of(Routed routed);
    }
}
