package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.Kinship.Suspect;
import io.redress.intake.domain.OpenForShipment;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Large shipments to valued customers get a case and an owner before anybody complains (R46). */
public final class PrepareShipments {
    private static final String FALLBACK = "en";
    /** Open shipments of one customer that a complaint is compared with. */
    private static final int FEW = 20;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final FrontDesk frontDesk;
    private final int largeFrom;

    /** @param largeFrom pieces from which a shipment to a VIP is large */
    public PrepareShipments(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, FrontDesk frontDesk, int largeFrom) {
        this.lanes = lanes;
        this.frontDesk = frontDesk;
        this.largeFrom = largeFrom;
    }

    /** What came of a shipment that we were told of. */
    public sealed interface Preparation {

        /** It is watched; {@code replayed} where it was already. */
        record Opened(CaseView<IntakeState> view, Prepared prepared, boolean replayed) implements Preparation {}

        /** Nobody needs to watch it. */
        record NotNeeded(String reason) implements Preparation {}

        /** Another shipment has its reference. */
        record Reused(String explanation) implements Preparation {}
    }

    /** Opens the case of a shipment where it needs one; as often as it is told, it is one case. */
    public Mono<Preparation> prepare(Customer customer, Shipment shipment, String by, String traceparent) {
        if (customer.tier() != Customer.Tier.VIP) {
            return Mono.just(new Preparation.NotNeeded("Only shipments to VIP customers are watched."));
        }
        if (shipment.quantity() < largeFrom) {
            return Mono.just(new Preparation.NotNeeded("Large shipments are those of " + largeFrom
                    + " pieces and more, and this one has " + shipment.quantity() + "."));
        }
        CaseId caseId = caseOf(shipment);
        OpenForShipment open = new OpenForShipment(
                caseId,
                customer,
                shipment,
                owner(caseId),
                shipment.quantity() + " pieces to a VIP customer: large shipments are those of " + largeFrom
                        + " and more.",
                by);
        return lanes.submit(Submission.<IntakeCommand>of(caseId.value(), open).tracedBy(traceparent))
                .map(PrepareShipments::preparation);
    }

    private static Preparation preparation(Outcome<IntakeState, IntakeFact> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<IntakeState, IntakeFact>(var view, var facts)
            when view.state() instanceof Prepared prepared -> new Preparation.Opened(view, prepared, facts.isEmpty());
            case Outcome.Rejected<IntakeState, IntakeFact> rejected ->
                new Preparation.Reused(rejected.explanation() + ".");
            case Outcome.Accepted<IntakeState, IntakeFact> _,
                    Outcome.Taken<IntakeState, IntakeFact> _,
                    Outcome.Stale<IntakeState, IntakeFact> _ ->
                throw new IllegalStateException("Expected a shipment to be a case of its own");
        };
    }

    /** Named by its reference, so that two who tell of it at once tell of one case. */
    private static CaseId caseOf(Shipment shipment) {
        byte[] name = ("shipment " + shipment.reference()).getBytes(StandardCharsets.UTF_8);
        return new CaseId(UUID.nameUUIDFromBytes(name).toString());
    }

    private Owner owner(CaseId caseId) {
        Hypothesis delivery = new Hypothesis("delivery", Cause.NO_COMPLAINT, 1, List.of(), "large-shipment");
        Diagnosis diagnosis = new Diagnosis(List.of(delivery), 0, false, false, FALLBACK, Diagnosis.NONE);
        return frontDesk.ownerOf(caseId, FALLBACK, diagnosis, "");
    }

    /** The watched shipments of a customer that a text names. Only those of VIP customers are watched. */
    static Mono<List<Suspect>> named(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, Customer customer, String text) {
        if (customer.tier() != Customer.Tier.VIP) {
            return Mono.just(List.of());
        }
        String words = text.toLowerCase(Locale.ROOT);
        return lanes.find(IndexQuery.first(IntakeDefinition.BY_SHIPMENT, Fingerprint.of(customer.reference()), FEW))
                .map(ViewPage::cases)
                .map(cases -> cases.stream()
                        .filter(it -> it.state() instanceof Prepared prepared
                                && words.contains(
                                        prepared.opened().shipment().reference().toLowerCase(Locale.ROOT)))
                        .map(it -> new Suspect(new CaseId(it.id()), 1))
                        .toList());
    }
}
