package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.MergeReceived;
import io.redress.contracts.IntakeEvent.MergeReleased;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship.Absorbed;
import io.redress.intake.domain.Kinship.MergedInto;
import io.redress.intake.domain.Kinship.Turn;
import io.redress.intake.domain.Kinship.What;
import io.redress.intake.domain.KinshipCommand.BeginMerge;
import io.redress.intake.domain.KinshipCommand.DropMerge;
import io.redress.intake.domain.KinshipCommand.ReceiveMerge;
import io.redress.intake.domain.KinshipCommand.ReceiveUndo;
import io.redress.intake.domain.KinshipCommand.SettleMerge;
import io.redress.intake.domain.KinshipCommand.SettleUndo;
import io.redress.intake.domain.KinshipCommand.UndoMerge;
import io.redress.intake.domain.KinshipFact.KinshipChanged;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two cases become one, and two again. A case is one document, so a merge is three steps that may each be repeated: the
 * merged case asks, the surviving one agrees, the merged one notes it and tells everybody. A case agrees only while it
 * is not itself on its way into another, and asks only after that; so no circle can come about.
 */
final class Merging {
    /** Neither a case nor its history grows without bound. */
    private static final int MOST_TURNS = 100;

    private final Messages messages;

    Merging(Messages messages) {
        this.messages = messages;
    }

    Decision<IntakeFact> begin(Filed filed, BeginMerge begin, Instant now) {
        Kinship kinship = filed.kinship();
        if (begin.into().equals(begin.caseId())) {
            return Decision.reject("into-itself", "Expected another case to merge into, but got the case itself.");
        }
        if (kinship.unfinished()) {
            return Decision.reject(
                    "merge-unfinished", "Expected no merge under way, but one is still being noted. Try again.");
        }
        if (kinship.mergedInto() != null) {
            return Decision.reject(
                    "already-merged",
                    "Expected a case with a life of its own, but it was merged into "
                            + kinship.mergedInto().caseId() + ".");
        }
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.reject("already-closed", "Expected an open case, but it is closed.");
        }
        if (filed.progress().status() == Status.RESOLVED
                || filed.progress().step().compareTo(Step.EXECUTE) >= 0) {
            return Decision.reject(
                    "being-carried-out",
                    "Expected a case in which nothing has been chosen yet, but a solution is carried out already.");
        }
        if (kinship.turns().size() >= MOST_TURNS) {
            return Decision.reject("too-many-merges", "Expected fewer than " + MOST_TURNS + " merges and undos.");
        }
        MergedInto into = new MergedInto(begin.into(), kinship.merges() + 1, begin.reason(), begin.by(), now, false);
        return changed(kinship.with(into, null)
                .with(new Turn(
                        What.MERGED,
                        begin.into(),
                        into.number(),
                        begin.reason(),
                        begin.by(),
                        now,
                        begin.key(),
                        begin.fingerprint())));
    }

    Decision<IntakeFact> receive(Filed filed, ReceiveMerge receive, Instant now) {
        Kinship kinship = filed.kinship();
        Turn known = received(kinship, receive.merged(), receive.number());
        if (known != null) {
            return known.what() == What.MERGE_RECEIVED
                    ? Decision.nothing()
                    : Decision.reject("released", "Expected a merge that was not undone meanwhile.");
        }
        if (!filed.complaint().customer().reference().equals(receive.customer())) {
            return Decision.reject(
                    "another-customer", "Expected a case of the same customer, but it is another customer's.");
        }
        if (kinship.mergedInto() != null) {
            return Decision.reject(
                    "survivor-merged",
                    "Expected a case with a life of its own to merge into, but it was itself merged into "
                            + kinship.mergedInto().caseId() + ".");
        }
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.reject("survivor-closed", "Expected an open case to merge into, but it is closed.");
        }
        if (kinship.turns().size() >= MOST_TURNS) {
            return Decision.reject("too-many-merges", "Expected fewer than " + MOST_TURNS + " merges and undos.");
        }
        Kinship next = kinship.absorbing(
                        new Absorbed(receive.merged(), receive.number(), receive.reason(), receive.by(), receive.at()))
                .with(turn(
                        What.MERGE_RECEIVED, receive.merged(), receive.number(), receive.reason(), receive.by(), now));
        String mark = "merged:" + receive.merged() + ":" + receive.number();
        return Decision.accept(
                new KinshipChanged(next),
                new Published(new MergeReceived(
                        receive.caseId(), receive.merged(), receive.reason(), receive.by(), receive.at())),
                messages.about(filed, Occasion.Joined.following(filed.progress().next()), mark, mark, now));
    }

    Decision<IntakeFact> settle(Filed filed, SettleMerge settle) {
        MergedInto into = filed.kinship().mergedInto();
        if (into == null || into.settled() || into.number() != settle.number()) {
            return Decision.nothing();
        }
        return told(
                filed.kinship().with(into.agreed(), null),
                new CaseMerged(settle.caseId(), into.caseId(), into.reason(), into.by(), into.at()));
    }

    /** The other case has refused: nothing has happened, and the same key may try again. */
    Decision<IntakeFact> drop(Filed filed, DropMerge drop, Instant now) {
        MergedInto into = filed.kinship().mergedInto();
        if (into == null || into.settled() || into.number() != drop.number()) {
            return Decision.nothing();
        }
        return changed(filed.kinship()
                .withoutMerge(into.number())
                .with(turn(What.MERGE_REFUSED, into.caseId(), into.number(), drop.why(), into.by(), now)));
    }

    Decision<IntakeFact> undo(Filed filed, UndoMerge undo, Instant now) {
        Kinship kinship = filed.kinship();
        MergedInto from = kinship.mergedInto();
        if (from == null) {
            return Decision.reject("not-merged", "Expected a merged case, but it has a life of its own.");
        }
        if (!from.settled()) {
            return Decision.reject(
                    "merge-unfinished", "Expected no merge under way, but one is still being noted. Try again.");
        }
        Kinship next = kinship.with(
                        null, new MergedInto(from.caseId(), from.number(), undo.reason(), undo.by(), now, true))
                .with(new Turn(
                        What.MERGE_UNDONE,
                        from.caseId(),
                        from.number(),
                        undo.reason(),
                        undo.by(),
                        now,
                        undo.key(),
                        undo.fingerprint()));
        return told(next, new MergeUndone(undo.caseId(), from.caseId(), undo.reason(), undo.by(), now));
    }

    Decision<IntakeFact> release(Filed filed, ReceiveUndo undo, Instant now) {
        Turn known = received(filed.kinship(), undo.merged(), undo.number());
        if (known == null || known.what() == What.MERGE_RELEASED) {
            return Decision.nothing();
        }
        return told(
                filed.kinship()
                        .without(undo.merged())
                        .with(turn(What.MERGE_RELEASED, undo.merged(), undo.number(), undo.reason(), undo.by(), now)),
                new MergeReleased(undo.caseId(), undo.merged(), undo.reason(), undo.by(), undo.at()));
    }

    Decision<IntakeFact> settle(Filed filed, SettleUndo settle) {
        MergedInto releasing = filed.kinship().releasing();
        return releasing != null && releasing.number() == settle.number()
                ? changed(filed.kinship().with(filed.kinship().mergedInto(), null))
                : Decision.nothing();
    }

    /** The last that this case has seen of that merge of the other one. */
    private static @Nullable Turn received(Kinship kinship, CaseId merged, int number) {
        return kinship.turns().stream()
                .filter(it -> it.what() == What.MERGE_RECEIVED || it.what() == What.MERGE_RELEASED)
                .filter(it -> it.other().equals(merged) && it.number() == number)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Turn turn(What what, CaseId other, int number, String reason, String by, Instant at) {
        return new Turn(what, other, number, reason, by, at, null, null);
    }

    private static Decision<IntakeFact> changed(Kinship kinship) {
        return Decision.accept(new KinshipChanged(kinship));
    }

    private static Decision<IntakeFact> told(Kinship kinship, IntakeEvent event) {
        return Decision.accept(new KinshipChanged(kinship), new Published(event));
    }
}
