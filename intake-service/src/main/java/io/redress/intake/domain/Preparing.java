package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeFact.ShipmentSettled;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import java.time.Instant;

/** A large shipment to a valued customer is a case before anybody complains (R46). The customer hears nothing of it. */
final class Preparing {
    private Preparing() {}

    /** The same shipment is the same case. */
    static Decision<IntakeFact> open(IntakeState state, OpenForShipment command, Instant now) {
        return switch (state) {
            case Unfiled _ ->
                Decision.accept(new Published(new ProactiveCaseOpened(
                        command.caseId(),
                        command.customer(),
                        command.shipment(),
                        command.owner(),
                        command.reason(),
                        command.by(),
                        now)));
            case Prepared(var opened, var _) when isSame(opened, command) -> Decision.nothing();
            case Prepared _, Filed _, Known _, Drilled _, IntakeState.Organisation _ ->
                Decision.reject(
                        "shipment-reference-reused",
                        "Expected a reference of its own for each shipment, but "
                                + command.shipment().reference() + " was given to another one");
        };
    }

    private static boolean isSame(ProactiveCaseOpened opened, OpenForShipment command) {
        return opened.shipment().equals(command.shipment())
                && opened.customer().reference().equals(command.customer().reference());
    }

    static Decision<IntakeFact> hear(Prepared prepared, Hear hear) {
        return hear.event() instanceof CaseClosed && !prepared.closed()
                ? Decision.accept(new ShipmentSettled())
                : Decision.nothing();
    }

    static IntakeState opened(IntakeState state, ProactiveCaseOpened opened) {
        return state instanceof Unfiled ? new Prepared(opened, false) : state;
    }

    static IntakeState settled(IntakeState state) {
        return state instanceof Prepared(var opened, var _) ? new Prepared(opened, true) : state;
    }
}
