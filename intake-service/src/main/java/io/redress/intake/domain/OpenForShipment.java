package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.Owner;

/**
 * A shipment is watched before anybody complains (R46).
 *
 * @param reason why, in a sentence
 * @param by who told us of it
 */
public record OpenForShipment(
        CaseId caseId, Customer customer, Shipment shipment, Owner owner, String reason, String by)
        implements IntakeCommand {}
