package io.redress.department.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise of a department about one of its requests, with all that became of it. What was promised first stays known.
 *
 * @param reply the promise as it was made first
 * @param requestedFor when it should have been done by then, as the request said
 * @param corrections oldest first
 * @param judged how it was judged last; absent until then, and when it was corrected, until it is judged anew
 * @param missed for good
 * @param end absent as long as it is to be kept
 */
public record Commitment(
        String id,
        DepartmentReply.Commitment reply,
        Party beneficiary,
        Instant madeAt,
        Instant requestedFor,
        List<Correction> corrections,
        @Nullable CommitmentJudged judged,
        List<Part> missed,
        @Nullable End end) {
    /** Whoever corrects more often than this does not promise but guess. */
    static final int MOST_CORRECTIONS = 20;

    public Commitment {
        corrections = List.copyOf(corrections);
        missed = List.copyOf(missed);
    }

    /**
     * What was promised is another from then on.
     *
     * @param dueAt as it is from then on, as is {@code quantity}
     * @param follows the offer that was accepted, or the deviation that was reported; absent where neither was
     */
    public record Correction(
            Dimension dimension,
            String reason,
            Instant dueAt,
            String quantity,
            String by,
            Instant at,
            @Nullable String follows) {}

    /** How a commitment has ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface End {
        Instant at();

        /**
         * The request was answered. On time and in full is kept against three dates (R139).
         *
         * @param quantity what was delivered
         * @param asRequested by the date that the request named
         * @param asFirstPromised what was promised first, by the date that was promised first
         * @param asLastPromised what was promised last, by the date that was promised last
         * @param stoodStillSeconds in which the department could not go on, since it was promised
         */
        record Delivered(
                Instant at,
                String quantity,
                boolean asRequested,
                boolean asFirstPromised,
                boolean asLastPromised,
                long stoodStillSeconds)
                implements End {}

        /** The department has said that the request is another's, after it had promised. */
        record HandedOn(Instant at) implements End {}

        /** Nobody needs it any more. */
        record Released(Instant at, String reason) implements End {}
    }

    public RequestId requestId() {
        return reply.requestId();
    }

    public DepartmentCode department() {
        return reply.department();
    }

    /** Whether it is not to be kept any more; a late one still is. */
    public boolean hasEnded() {
        return end != null;
    }

    /** When it is promised for now. */
    public Instant dueAt() {
        return corrections.isEmpty() ? reply.dueAt() : corrections.getLast().dueAt();
    }

    /** How much is promised now. */
    public String quantity() {
        return corrections.isEmpty() ? reply.quantity() : corrections.getLast().quantity();
    }

    /** What is promised now. */
    public Promise promise() {
        return new Promise(quantity(), reply.unit(), reply.acceptance(), dueAt(), reply.zone(), reply.need());
    }

    /** Whether another date is promised now than first. */
    public boolean hasMoved() {
        return !dueAt().equals(reply.dueAt());
    }

    /** When the date that is promised now was said. */
    Instant dueSaidAt() {
        Instant said = madeAt;
        Instant due = reply.dueAt();
        for (Correction correction : corrections) {
            said = correction.dueAt().equals(due) ? said : correction.at();
            due = correction.dueAt();
        }
        return said;
    }

    /** Whether the part was missed. Where no date was corrected, the last one is the first. */
    public boolean hasMissed(Part part) {
        return missed.contains(part) || part == Part.LATEST && !hasMoved() && missed.contains(Part.ORIGINAL);
    }

    Commitment judged(CommitmentJudged next) {
        return new Commitment(id, reply, beneficiary, madeAt, requestedFor, corrections, next, missed, end);
    }

    /** It is judged anew. */
    Commitment corrected(Correction next) {
        return new Commitment(id, reply, beneficiary, madeAt, requestedFor, with(corrections, next), null, missed, end);
    }

    Commitment missing(Part part) {
        return new Commitment(
                id, reply, beneficiary, madeAt, requestedFor, corrections, judged, with(missed, part), end);
    }

    Commitment ended(End how) {
        return new Commitment(id, reply, beneficiary, madeAt, requestedFor, corrections, judged, missed, how);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
