package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.intake.domain.Delivery.State;
import io.redress.intake.domain.DeliveryFact.Settled;
import io.redress.intake.domain.DeliveryFact.TriedAgain;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.Optional;

/** What no carrier can be asked, a person decides: the message has arrived, or is sent once more (rule 10). */
final class Settling {
    private Settling() {}

    static Decision<IntakeFact> decide(Filed filed, SettleUnknown command, Instant now) {
        Deliveries deliveries = filed.deliveries();
        Optional<Delivery> uncertain = deliveries.uncertain(command.messageId());
        if (uncertain.isEmpty()) {
            return Decision.reject(
                    "not-unknown",
                    "Expected one of the latest " + Deliveries.MOST_UNKNOWN
                            + " messages of this case of which nobody knows whether they arrived, but this is none");
        }
        if (command.arrived()) {
            return arrived(uncertain.get(), command, now);
        }
        if (filed.kinship().merged()) {
            return Decision.reject(
                    "merged", "Expected a case that speaks for itself, but it is merged into another, which does");
        }
        boolean full = deliveries.waiting().size() >= Deliveries.MOST && deliveries.isGivenUp(command.messageId());
        return full
                ? Decision.reject(
                        "too-many-messages",
                        "Expected at most " + Deliveries.MOST + " messages waiting in one case, but there are as many")
                : Decision.accept(
                        told(uncertain.get(), command, "not-delivered", now), new TriedAgain(command.messageId(), now));
    }

    private static Decision<IntakeFact> arrived(Delivery delivery, SettleUnknown command, Instant now) {
        String why = command.by() + " has found out: " + command.reason();
        return Decision.accept(
                told(delivery, command, "delivered", now), new Settled(delivery.foundOut(State.SENT, why), now));
    }

    private static Published told(Delivery delivery, SettleUnknown command, String outcome, Instant now) {
        CustomerMessageComposed message = delivery.message();
        return new Published(new MessageSettled(
                message.caseId(), message.messageId(), message.kind(), outcome, command.by(), now, command.reason()));
    }
}
