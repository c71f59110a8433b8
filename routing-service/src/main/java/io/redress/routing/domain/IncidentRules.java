package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.CrisisLifted;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentClosed;
import io.redress.contracts.IncidentEvent.IncidentDismissed;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.IncidentEvent.IncidentOpened;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Limits;
import io.redress.routing.domain.Incident.Status;
import io.redress.routing.domain.IncidentCommand.AttachAccounts;
import io.redress.routing.domain.IncidentCommand.CloseIncident;
import io.redress.routing.domain.IncidentCommand.CountComplaints;
import io.redress.routing.domain.IncidentCommand.DecideMode;
import io.redress.routing.domain.IncidentCommand.DeclareCrisis;
import io.redress.routing.domain.IncidentCommand.DismissIncident;
import io.redress.routing.domain.IncidentCommand.JoinIncident;
import io.redress.routing.domain.IncidentCommand.LeaveIncident;
import io.redress.routing.domain.IncidentCommand.LiftCrisis;
import io.redress.routing.domain.IncidentCommand.NoteProposed;
import io.redress.routing.domain.IncidentCommand.OpenIncident;
import io.redress.routing.domain.IncidentCommand.ProposeIncident;
import io.redress.routing.domain.IncidentFact.ProposalNoted;
import io.redress.routing.domain.IncidentFact.Told;
import io.redress.routing.domain.IncidentState.Accounts;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Crisis;
import io.redress.routing.domain.IncidentState.Handled;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Mass problems from the first suspicion to the end, who belongs to them, and crises (R48, R50, R110, R112, R113). */
final class IncidentRules {
    static final String POLICY = "policy";
    /** In a share; with all shares together some 300,000 accounts. */
    static final int MOST_ACCOUNTS = 5_000;
    /** Incidents that one case was taken out of; more is not sorting any more. */
    static final int MOST_LEFT = 20;

    private final IncidentTerms terms;
    private final NoticeBursts noticing;

    IncidentRules(IncidentTerms terms) {
        this.terms = terms;
        this.noticing = new NoticeBursts(terms);
    }

    Decision<RoutingFact> decide(RoutingState state, IncidentCommand command, Instant now) {
        return switch (command) {
            case CountComplaints count ->
                accept(noticing.counted(IncidentEvolution.counting(state), count.sightings(), now));
            case NoteProposed(var id) -> noteProposed(IncidentEvolution.counting(state), id);
            case ProposeIncident propose -> state instanceof Handled ? nothing() : propose(propose, now);
            case OpenIncident open -> inIncident(state, it -> open(it, open.reason(), open.by(), now));
            case DismissIncident dismiss -> inIncident(state, it -> dismiss(it, dismiss, now));
            case CloseIncident close -> inIncident(state, it -> close(it, close, now));
            case DecideMode mode -> inIncident(state, it -> decideMode(it, mode, now));
            case JoinIncident join -> join(state, join, now);
            case LeaveIncident leave -> leave(state, leave, now);
            case AttachAccounts attach -> attach(state, attach, now);
            case DeclareCrisis declare -> declare(state, declare, now);
            case LiftCrisis lift -> lift(state, lift, now);
        };
    }

    private static Decision<RoutingFact> noteProposed(Counting counting, IncidentId id) {
        return counting.noticed().stream().anyMatch(it -> it.incidentId().equals(id) && !it.proposed())
                ? accept(new ProposalNoted(id))
                : nothing();
    }

    private Decision<RoutingFact> propose(ProposeIncident command, Instant now) {
        Signature signature = command.signature();
        var proposed = new IncidentProposed(
                command.incidentId(),
                signature.nature(),
                signature.product(),
                signature.region(),
                command.since(),
                command.burst(),
                command.reason(),
                command.by(),
                now);
        List<RoutingFact> facts = new ArrayList<>(List.of(new Told(proposed)));
        if (leavesNoDoubt(command)) {
            String why = "The burst leaves no doubt.";
            facts.addAll(opened(command.incidentId(), signature, why, POLICY, now));
        }
        return accept(facts);
    }

    private boolean leavesNoDoubt(ProposeIncident command) {
        return terms.autoOpen()
                && command.burst() != null
                && command.burst().score() >= terms.bursts().openAt();
    }

    private Decision<RoutingFact> open(Incident incident, String reason, String by, Instant now) {
        return switch (incident.status()) {
            case PROPOSED -> accept(opened(incident.id(), incident.signature(), reason, by, now));
            case OPEN -> nothing();
            case CLOSED, DISMISSED -> over(incident);
        };
    }

    /** From the first moment on it is explicit how its remedy is carried out (R112). */
    private List<RoutingFact> opened(IncidentId id, Signature signature, String reason, String by, Instant now) {
        boolean technical = terms.technical().contains(signature.nature());
        var mode = technical
                ? new ExecutionModeDecided(
                        id,
                        ExecutionMode.EXECUTE_FIRST,
                        "In a mass outage of a technical nature nobody is helped by being asked first.",
                        POLICY,
                        now)
                : new ExecutionModeDecided(
                        id,
                        ExecutionMode.APPROVE_FIRST,
                        "What is no technical outage is done once the customer has approved it.",
                        POLICY,
                        now);
        return List.of(new Told(new IncidentOpened(id, by, reason, now)), new Told(mode));
    }

    private static Decision<RoutingFact> dismiss(Incident incident, DismissIncident command, Instant now) {
        return switch (incident.status()) {
            case PROPOSED ->
                accept(new Told(new IncidentDismissed(incident.id(), command.reason(), command.by(), now)));
            case DISMISSED -> nothing();
            case OPEN -> reject("incident-open", "Expected a proposal, but it is open: an open incident is closed.");
            case CLOSED -> over(incident);
        };
    }

    private static Decision<RoutingFact> close(Incident incident, CloseIncident command, Instant now) {
        return switch (incident.status()) {
            case OPEN -> accept(new Told(new IncidentClosed(incident.id(), command.reason(), command.by(), now)));
            case CLOSED -> nothing();
            case PROPOSED ->
                reject("not-open", "Expected an open incident, but it is a proposal: those are dismissed.");
            case DISMISSED -> over(incident);
        };
    }

    private static Decision<RoutingFact> decideMode(Incident incident, DecideMode command, Instant now) {
        if (incident.status() != Status.OPEN) {
            return reject("not-open", "Expected an open incident, but it is " + named(incident.status()) + ".");
        }
        if (incident.decisions().size() >= Incident.MOST_DECISIONS) {
            return reject(
                    "too-many-decisions",
                    "Expected at most " + Incident.MOST_DECISIONS
                            + " decisions about an incident, but there are as many.");
        }
        return accept(
                new Told(new ExecutionModeDecided(incident.id(), command.mode(), command.reason(), command.by(), now)));
    }

    private static Decision<RoutingFact> over(Incident incident) {
        return reject(
                "incident-over", "Expected an incident that is not over, but it is " + named(incident.status()) + ".");
    }

    private static String named(Status status) {
        return switch (status) {
            case PROPOSED -> "a proposal";
            case OPEN -> "open";
            case CLOSED -> "closed";
            case DISMISSED -> "dismissed";
        };
    }

    /** Exactly once: the first incident keeps a case, and one that it was taken out of never gets it back. */
    private static Decision<RoutingFact> join(RoutingState state, JoinIncident command, Instant now) {
        if (state instanceof Membership it && (it.now() != null || it.hasLeft(command.incidentId()))) {
            return nothing();
        }
        return accept(new Told(new IncidentJoined(command.caseId(), command.incidentId(), now)));
    }

    private static Decision<RoutingFact> leave(RoutingState state, LeaveIncident command, Instant now) {
        if (!(state instanceof Membership it) || !command.incidentId().equals(it.now())) {
            return state instanceof Membership was && was.hasLeft(command.incidentId())
                    ? nothing()
                    : reject("not-a-member", "Expected a case of this incident, but it is none.");
        }
        return it.left().size() >= MOST_LEFT
                ? reject(
                        "too-many-incidents-left",
                        "Expected a case to leave at most " + MOST_LEFT + " incidents, but it has left as many.")
                : accept(new Told(
                        new IncidentLeft(command.caseId(), command.incidentId(), command.reason(), command.by(), now)));
    }

    private static Decision<RoutingFact> attach(RoutingState state, AttachAccounts command, Instant now) {
        List<String> known = state instanceof Accounts it ? it.accounts() : List.of();
        List<String> fresh = command.accounts().stream()
                .distinct()
                .filter(account -> !known.contains(account))
                .toList();
        if (fresh.isEmpty()) {
            return nothing();
        }
        if (known.size() + fresh.size() > MOST_ACCOUNTS || fresh.size() > Limits.ACCOUNTS) {
            return reject(
                    "too-many-accounts",
                    "Expected at most " + MOST_ACCOUNTS + " accounts in one share of an incident, but got more.");
        }
        return accept(new Told(new AccountsAttached(command.incidentId(), fresh, command.by(), now)));
    }

    private static Decision<RoutingFact> declare(RoutingState state, DeclareCrisis command, Instant now) {
        return state instanceof Crisis it && it.lasts()
                ? reject("crisis-lasts", "Expected no crisis, but there is one since " + it.declaredAt() + ".")
                : accept(new Told(new CrisisDeclared(command.crisisId(), command.reason(), command.by(), now)));
    }

    private static Decision<RoutingFact> lift(RoutingState state, LiftCrisis command, Instant now) {
        return state instanceof Crisis it && it.lasts()
                ? accept(new Told(new CrisisLifted(it.crisisId(), command.reason(), command.by(), now)))
                : reject("no-crisis", "Expected a crisis to lift, but there is none.");
    }

    private static Decision<RoutingFact> inIncident(RoutingState state, Rule rule) {
        return state instanceof Handled(var incident)
                ? rule.decide(incident)
                : reject("no-such-incident", "Expected an incident that there is.");
    }

    /** What a command means for an incident that there is. */
    private interface Rule {
        Decision<RoutingFact> decide(Incident incident);
    }
}
