package io.redress.department.application;

import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.Commitment.End.Delivered;
import io.redress.department.domain.Commitment.End.HandedOn;
import io.redress.department.domain.Commitment.End.Released;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment with all that became of it.
 *
 * @param state {@code to-keep}, {@code late}, {@code kept}, {@code missed}, {@code handed-on} or {@code released}
 * @param quantity as it is promised now, as is {@code dueAt}
 * @param original what was promised first
 * @param requestedFor when it should have been done, as the request said when it was promised
 * @param letters how it was judged; absent until then, as is {@code used}
 * @param missed for good
 * @param delivery absent where there was none
 * @param releasedBecause why it is not needed any more
 */
public record CommitmentView(
        String commitmentId,
        RequestId requestId,
        DepartmentCode department,
        Party beneficiary,
        String state,
        String quantity,
        String unit,
        String acceptance,
        String need,
        Instant dueAt,
        String zone,
        OriginalView original,
        Instant requestedFor,
        String by,
        Instant madeAt,
        List<Commitment.Correction> corrections,
        @Nullable List<Judgement> letters,
        @Nullable UsedView used,
        List<Part> missed,
        @Nullable DeliveryView delivery,
        @Nullable String releasedBecause) {

    /** What was promised first. */
    public record OriginalView(String quantity, Instant dueAt) {}

    /**
     * The data by which it was judged.
     *
     * @param medianSeconds of working time; absent where there is too little comparable work, as is the other
     */
    public record UsedView(
            int comparables,
            @Nullable Long medianSeconds,
            @Nullable Long p85Seconds,
            int capacity,
            int freeCapacity,
            Instant judgedAt) {
        static @Nullable UsedView of(@Nullable CommitmentJudged judged) {
            return judged == null
                    ? null
                    : new UsedView(
                            judged.comparables(),
                            judged.medianSeconds(),
                            judged.p85Seconds(),
                            judged.capacity(),
                            judged.freeCapacity(),
                            judged.judgedAt());
        }
    }

    /** On time in full against three dates. */
    public record DeliveryView(
            Instant deliveredAt,
            String quantity,
            boolean asRequested,
            boolean asFirstPromised,
            boolean asLastPromised) {
        static @Nullable DeliveryView of(Commitment.@Nullable End end) {
            return end instanceof Delivered it
                    ? new DeliveryView(
                            it.at(), it.quantity(), it.asRequested(), it.asFirstPromised(), it.asLastPromised())
                    : null;
        }
    }

    /** As it is now. */
    public static CommitmentView of(Commitment commitment) {
        CommitmentJudged judged = commitment.judged();
        return new CommitmentView(
                commitment.id(),
                commitment.requestId(),
                commitment.department(),
                commitment.beneficiary(),
                stateOf(commitment),
                commitment.quantity(),
                commitment.reply().unit(),
                commitment.reply().acceptance(),
                commitment.reply().need(),
                commitment.dueAt(),
                commitment.reply().zone(),
                new OriginalView(
                        commitment.reply().quantity(), commitment.reply().dueAt()),
                commitment.requestedFor(),
                commitment.reply().by(),
                commitment.madeAt(),
                commitment.corrections(),
                judged == null ? null : judged.letters(),
                UsedView.of(judged),
                commitment.missed(),
                DeliveryView.of(commitment.end()),
                commitment.end() instanceof Released(var _, var reason) ? reason : null);
    }

    private static String stateOf(Commitment commitment) {
        return switch (commitment.end()) {
            case null -> commitment.missed().isEmpty() ? "to-keep" : "late";
            case Delivered delivered -> delivered.asLastPromised() ? "kept" : "missed";
            case HandedOn _ -> "handed-on";
            case Released _ -> "released";
        };
    }
}
