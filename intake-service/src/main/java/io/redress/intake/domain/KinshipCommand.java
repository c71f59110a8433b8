package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.intake.domain.Kinship.Suspect;
import io.redress.intake.domain.kinship.Sketch;
import java.time.Instant;
import java.util.List;

/** What intake can be told about cases that say the same. */
public sealed interface KinshipCommand extends IntakeCommand {

    /** The complaint opens a case of its own, beside others that may say the same. */
    record OpenBeside(FileComplaint complaint, Sketch sketch, List<Suspect> suspects) implements KinshipCommand {}

    /** The complaint says the same as this case. The id it came with is not used. */
    record Join(FileComplaint complaint, double similarity) implements KinshipCommand {}

    /**
     * This case is to become a part of another. Nothing is said about it until the other has agreed.
     *
     * @param key the caller's opaque key
     * @param fingerprint of the request
     */
    record BeginMerge(CaseId caseId, CaseId into, String reason, String by, String key, String fingerprint)
            implements KinshipCommand {}

    /** Another case of the same customer is to become a part of this one; may be said more than once. */
    record ReceiveMerge(CaseId caseId, CaseId merged, int number, String customer, String reason, String by, Instant at)
            implements KinshipCommand {}

    /** The other case has agreed to merge {@code number}. */
    record SettleMerge(CaseId caseId, int number) implements KinshipCommand {}

    /** The other case has refused merge {@code number}. */
    record DropMerge(CaseId caseId, int number, String why) implements KinshipCommand {}

    /** The merge was a mistake; this case lives on by itself. */
    record UndoMerge(CaseId caseId, String reason, String by, String key, String fingerprint)
            implements KinshipCommand {}

    /** Another case is no part of this one any more; may be said more than once. */
    record ReceiveUndo(CaseId caseId, CaseId merged, int number, String reason, String by, Instant at)
            implements KinshipCommand {}

    /** The other case knows of the undo of merge {@code number}. */
    record SettleUndo(int number) implements KinshipCommand {}
}
