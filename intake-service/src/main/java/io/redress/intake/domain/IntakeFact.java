package io.redress.intake.domain;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Owner;
import java.time.Instant;
import java.util.List;

/** What intake decides. */
public sealed interface IntakeFact
        permits DeliveryFact,
                ConversationFact,
                IntakeFact.Published,
                IntakeFact.ComplaintFiled,
                IntakeFact.Identified,
                IntakeFact.PromiseMissed,
                IntakeFact.TextErrorNoted,
                IntakeFact.MovedOn,
                IntakeFact.AftermathNoted,
                IntakeFact.OwnerChanged,
                CustomerFact,
                AccountFact,
                DrillFact,
                KinshipFact,
                IntakeFact.CrisisNoted,
                IntakeFact.ShipmentPassedOn,
                IntakeFact.ShipmentSettled {

    /** There is a crisis of the whole organisation, or none any more. */
    record CrisisNoted(boolean lasts) implements IntakeFact {}

    /** Told to everybody. */
    record Published(CaseEvent event) implements IntakeFact {}

    /** The complaint with all that stays inside intake. */
    record ComplaintFiled(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) implements IntakeFact {}

    /** What the complaint is about became known only after it was filed. */
    record Identified(ComplaintDiagnosed diagnosis) implements IntakeFact {}

    /** The customer had been promised to hear by then, and hears only now. */
    record PromiseMissed(Instant promised) implements IntakeFact {}

    /** Somebody has found an error in a text, or has dealt with it. */
    record TextErrorNoted(TextErrors.Report report) implements IntakeFact {}

    /** The case is further, or back; the reason is the event that led to it. */
    record MovedOn(Progress progress) implements IntakeFact {}

    /** Another consultant answers for the case from now on. */
    record OwnerChanged(Owner owner) implements IntakeFact {}

    /** Something came of the case after it was closed. */
    record AftermathNoted(Aftermath aftermath) implements IntakeFact {}

    /** The shipment is prepared, and nothing more is to be done. */
    record ShipmentSettled(Instant at) implements IntakeFact {}

    /** These departments have a part in preparing the shipment. */
    record ShipmentPassedOn(List<DepartmentCode> departments) implements IntakeFact {
        public ShipmentPassedOn {
            departments = List.copyOf(departments);
        }
    }
}
