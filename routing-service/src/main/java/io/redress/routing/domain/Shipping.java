package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Cause;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingCommand.PrepareShipment;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A large shipment is put to those who deliver before anybody complains, and is over once they have answered (R46). */
final class Shipping {
    private static final String RULE = "large-shipments-are-prepared";
    private static final String DELIVERY = "delivery";

    private final Departments departments;
    private final RoutingTable table;

    Shipping(Departments departments, RoutingTable table) {
        this.departments = departments;
        this.table = table;
    }

    /** Whoever leads complaints about deliveries is asked; nobody else, since nothing has happened yet. */
    List<RoutingFact> prepared(PrepareShipment command, Instant now) {
        Facts facts = table.facts(command.customer().tier(), new Problem(DELIVERY, Cause.UNMET_NEED));
        Plan plan = table.plan(facts, now);
        var lead = Objects.requireNonNull(plan.lead(), "a department that leads deliveries");
        RequestId id = RequestId.of(command.caseId(), 1);
        Instant dueAt = departments.dueAt(lead, now);
        String words = words(command.shipment());
        Complaint told = new Complaint(
                command.caseId(), command.owner(), command.customer(), "en", words, command.submittedBy());
        CaseRouted routed = new CaseRouted(
                command.caseId(),
                DELIVERY,
                Cause.NO_COMPLAINT,
                lead,
                List.of(new Involvement(lead, id, RequestKind.SOLUTION, command.reason())),
                command.owner(),
                command.customer(),
                command.submittedBy(),
                told.language(),
                RULE,
                now,
                dueAt,
                plan.rulesVersion(),
                facts,
                List.of());
        RequestRaised raised = new RequestRaised(
                command.caseId(),
                id,
                lead,
                RequestKind.SOLUTION,
                DELIVERY,
                "Prepare this shipment for " + command.shipment().plannedFor()
                        + " and say how it will arrive in order.",
                words,
                told.language(),
                null,
                now,
                dueAt);
        return List.of(new ComplaintHeard(told), new Published(routed), new Published(raised));
    }

    private static String words(Shipment shipment) {
        return "Shipment " + shipment.reference() + ": " + shipment.quantity() + " pieces to " + shipment.country()
                + ", planned for " + shipment.plannedFor() + ". Nobody has complained.";
    }

    /** Nobody waits for a proposal: with the answer the matter is settled. */
    static Decision<RoutingFact> onceAnswered(Routed routed, Decision<RoutingFact> usual, Instant now) {
        if (!routed.routing().rule().equals(RULE)
                || !(usual instanceof Decision.Accepted<RoutingFact>(var facts))
                || facts.isEmpty()) {
            return usual;
        }
        List<RoutingFact> more = new ArrayList<>(facts);
        more.add(FirstRouting.settled(
                routed.routing().caseId(), DELIVERY, "The shipment is prepared; nobody had to complain.", now));
        return Decision.accept(more);
    }
}
