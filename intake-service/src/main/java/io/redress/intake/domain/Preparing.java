package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.Owner;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.OwnerChanged;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeFact.ShipmentPassedOn;
import io.redress.intake.domain.IntakeFact.ShipmentSettled;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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
            case Prepared(var opened, var _, var _, var _) when isSame(opened, command) -> Decision.nothing();
            case Prepared _, Filed _, Known _, Drilled _, IntakeState.Organisation _, IntakeState.Remedied _ ->
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
        return switch (hear.event()) {
            case CaseClosed closed when !prepared.closed() -> Decision.accept(new ShipmentSettled(closed.closedAt()));
            case CaseRouted routed -> passedOn(prepared, Hearing.involved(routed));
            case RequestRedirected redirected -> passedOn(prepared, List.of(redirected.to()));
            case HelpRequested help -> passedOn(prepared, List.of(help.from()));
            case OwnershipOffered offered
            when offered.to().isDepartment() ->
                passedOn(prepared, List.of(new DepartmentCode(offered.to().id())));
            default -> Decision.nothing();
        };
    }

    /** Who has a part in it may read it, as any case. */
    private static Decision<IntakeFact> passedOn(Prepared prepared, List<DepartmentCode> to) {
        return prepared.departments().containsAll(to) ? Decision.nothing() : Decision.accept(new ShipmentPassedOn(to));
    }

    static Decision<IntakeFact> changeOwner(Prepared prepared, Owner owner) {
        return prepared.opened().owner().equals(owner) ? Decision.nothing() : Decision.accept(new OwnerChanged(owner));
    }

    static IntakeState opened(IntakeState state, ProactiveCaseOpened opened) {
        return state instanceof Unfiled ? new Prepared(opened, false, List.of(), null) : state;
    }

    static IntakeState settled(IntakeState state, Instant at) {
        return state instanceof Prepared(var opened, var _, var departments, var _)
                ? new Prepared(opened, true, departments, at)
                : state;
    }

    static IntakeState passedOn(IntakeState state, List<DepartmentCode> to) {
        return state instanceof Prepared(var opened, var closed, var departments, var closedAt)
                ? new Prepared(
                        opened,
                        closed,
                        Stream.concat(departments.stream(), to.stream())
                                .distinct()
                                .toList(),
                        closedAt)
                : state;
    }

    static Prepared ownedBy(Prepared prepared, Owner owner) {
        ProactiveCaseOpened it = prepared.opened();
        ProactiveCaseOpened now = new ProactiveCaseOpened(
                it.caseId(), it.customer(), it.shipment(), owner, it.reason(), it.openedBy(), it.openedAt());
        return new Prepared(now, prepared.closed(), prepared.departments(), prepared.closedAt());
    }
}
