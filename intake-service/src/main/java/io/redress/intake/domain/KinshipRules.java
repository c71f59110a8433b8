package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Organisation;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import io.redress.intake.domain.KinshipCommand.BeginMerge;
import io.redress.intake.domain.KinshipCommand.DropMerge;
import io.redress.intake.domain.KinshipCommand.Join;
import io.redress.intake.domain.KinshipCommand.OpenBeside;
import io.redress.intake.domain.KinshipCommand.ReceiveMerge;
import io.redress.intake.domain.KinshipCommand.ReceiveUndo;
import io.redress.intake.domain.KinshipCommand.SettleMerge;
import io.redress.intake.domain.KinshipCommand.SettleUndo;
import io.redress.intake.domain.KinshipCommand.UndoMerge;
import java.time.Instant;

/** What is decided about cases that say the same, and what that means for everything else. */
final class KinshipRules {
    private final Joining joining;
    private final Merging merging;

    KinshipRules(Filing filing, Messages messages) {
        this.joining = new Joining(filing, messages);
        this.merging = new Merging(messages);
    }

    Decision<IntakeFact> decide(IntakeState state, KinshipCommand command, Instant now) {
        return switch (state) {
            case Unfiled _ when command instanceof OpenBeside open -> joining.open(state, open, now);
            case Unfiled _, Known _, Drilled _, Prepared _, Organisation _, IntakeState.Remedied _ ->
                Decision.reject("unknown-case", "Expected a case that there is.");
            case Filed filed -> decide(filed, command, now);
        };
    }

    private Decision<IntakeFact> decide(Filed filed, KinshipCommand command, Instant now) {
        return switch (command) {
            case OpenBeside open -> joining.open(filed, open, now);
            case Join join -> joining.join(filed, join, now);
            case BeginMerge begin -> merging.begin(filed, begin, now);
            case ReceiveMerge receive -> merging.receive(filed, receive, now);
            case SettleMerge settle -> merging.settle(filed, settle);
            case DropMerge drop -> merging.drop(filed, drop, now);
            case UndoMerge undo -> merging.undo(filed, undo, now);
            case ReceiveUndo undo -> merging.release(filed, undo, now);
            case SettleUndo settle -> merging.settle(filed, settle);
        };
    }

    /** A merged case is silent: whatever its rules would still say, the customer hears from the surviving case. */
    static Decision<IntakeFact> silentWhereMerged(IntakeState state, Decision<IntakeFact> decision) {
        return state instanceof Filed filed
                        && filed.kinship().merged()
                        && decision instanceof Decision.Accepted<IntakeFact>(var facts)
                ? Decision.accept(facts.stream()
                        .filter(fact -> !(fact instanceof Published(CustomerMessageEvent event))
                                || event instanceof MessageSettled)
                        .toList())
                : decision;
    }
}
