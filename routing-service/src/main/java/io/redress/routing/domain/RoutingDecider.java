package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
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
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
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

/** The rules of step 3 as far as they concern who is asked. */
public final class RoutingDecider implements Decider<RoutingState, RoutingCommand, RoutingFact> {
    /** More news than this before the complaint itself is not a delay any more. */
    static final int MOST_EARLY = 100;

    private final Departments departments;
    private final RoutingTable table;
    private final Rerouting rerouting;
    private final Requesting requesting;
    private final IncidentRules incidents;

    /** With the standard terms for incidents. */
    public RoutingDecider(Departments departments, RoutingTable table) {
        this(departments, table, IncidentTerms.standard());
    }

    public RoutingDecider(Departments departments, RoutingTable table, IncidentTerms terms) {
        this.incidents = new IncidentRules(terms);
        this.departments = departments;
        this.table = table;
        this.rerouting = new Rerouting(departments, table);
        this.requesting = new Requesting(departments);
    }

    @Override
    public RoutingState initialState() {
        return new Unheard(List.of());
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        if (command instanceof IncidentCommand it) {
            return incidents.decide(state, it, now);
        }
        return switch (state) {
            case CaseState it -> decideCase(it, command, now);
            case IncidentState _ -> nothing();
        };
    }

    private Decision<RoutingFact> decideCase(CaseState state, RoutingCommand command, Instant now) {
        if (state instanceof Paused paused) {
            return switch (command) {
                case Resume _ -> andThen(paused, List.of(Pausing.resumed(paused, now)), paused.kept(), now);
                case Pause _ -> nothing();
                default -> Pausing.meanwhile(paused, command, decideCase(paused.beneath(), command, now));
            };
        }
        return switch (command) {
            case Pause pause -> Pausing.pause(state, pause, now);
            case Resume _ -> nothing();
            case HearComplaint hear -> hear(state, hear, now);
            case Route route -> route(state, route, now);
            case AwaitClarification _ -> nothing();
            case IncidentCommand _ -> nothing();
            case Reroute reroute -> reroute(state, reroute, now);
            case HearMoreWords more -> hearMore(state, more);
            case NoteContact contact -> noteContact(state, contact, now);
            case NoteAnswer answer -> onceRouted(state, answer, routed -> Requesting.noteAnswer(routed, answer));
            case PassOn decline -> onceRouted(state, decline, routed -> requesting.passOn(routed, decline, now));
            case HaveStepDone step -> onceRouted(state, step, routed -> requesting.haveStepDone(routed, step, now));
            case EndCase end -> onceRouted(state, end, _ -> accept(new CaseEnded()));
        };
    }

    private Decision<RoutingFact> hear(CaseState state, HearComplaint command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> andThen(state, List.of(new ComplaintHeard(command.complaint())), early, now);
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    private Decision<RoutingFact> route(CaseState state, Route command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early) ->
                andThen(state, routed(complaint, command.diagnosis(), now), early, now);
            // The first diagnosis has sent people to work; a second one alone moves nobody.
            case Routed _, Paused _, Ended _ -> nothing();
        };
    }

    /** Where the customer was asked first, this is the first diagnosis that anybody works on. */
    private Decision<RoutingFact> reroute(CaseState state, Reroute command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early) ->
                andThen(state, routed(complaint, command.diagnosis(), now), early, now);
            case Routed routed -> accept(rerouting.facts(routed, command, now));
            case Paused _, Ended _ -> nothing();
        };
    }

    /** A question is answered by the person who was in contact; a complaint is not. */
    private static Decision<RoutingFact> noteContact(CaseState state, NoteContact command, Instant now) {
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

    private static Decision<RoutingFact> hearMore(CaseState state, HearMoreWords command) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard _, Routed _ -> accept(new MoreWordsHeard(command.words()));
            case Paused _, Ended _ -> nothing();
        };
    }

    private static Decision<RoutingFact> onceRouted(CaseState state, RoutingCommand command, Rule rule) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var _, var early) -> keep(early, command);
            case Routed routed -> rule.decide(routed);
            case Paused _, Ended _ -> nothing();
        };
    }

    private List<RoutingFact> routed(Complaint complaint, Diagnosis diagnosis, Instant now) {
        Plan plan = table.plan(complaint.customer().tier(), diagnosis, now);
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
                        .orElseGet(() -> now.plus(departments.answersWithin(departments.listener()))),
                plan.rulesVersion(),
                plan.facts(),
                plan.gates(),
                complaint.product(),
                complaint.region(),
                complaint.receivedAt());
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

    /** Takes the first facts and then, in their order, those commands that had come too early for them. */
    private Decision<RoutingFact> andThen(
            CaseState state, List<RoutingFact> first, List<RoutingCommand> early, Instant now) {
        List<RoutingFact> facts = new ArrayList<>(first);
        CaseState at = first.stream().reduce(state, RoutingEvolution::after, (_, last) -> last);
        for (RoutingCommand command : early) {
            // One that is refused now was never true, and must not undo what is.
            if (decideCase(at, command, now) instanceof Decision.Accepted<RoutingFact>(var more)) {
                facts.addAll(more);
                at = more.stream().reduce(at, RoutingEvolution::after, (_, last) -> last);
            }
        }
        return accept(facts);
    }

    private static Decision<RoutingFact> keep(List<RoutingCommand> early, RoutingCommand command) {
        return early.size() < MOST_EARLY
                ? accept(new KeptForLater(command))
                : reject("too-early", "Expected the complaint before " + MOST_EARLY + " further events of its case");
    }

    @Override
    public RoutingState evolve(RoutingState state, RoutingFact fact) {
        if (fact instanceof IncidentFact it) {
            return IncidentRules.evolve(state, it);
        }
        return switch (state) {
            case CaseState it -> RoutingEvolution.after(it, fact);
            case IncidentState it -> it;
        };
    }

    /** What a command means once the departments are asked. */
    private interface Rule {
        Decision<RoutingFact> decide(Routed routed);
    }
}
