package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What departments promise each other, and whether they keep it (R127-R133, R139), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface CommitmentEvent extends InternalServiceEvent {

    /** What a commitment is judged by: measurable, ambitious, realistic, time-bound, effective (R127-R131). */
    enum Letter {
        MEASURABLE,
        AMBITIOUS,
        REALISTIC,
        TIME_BOUND,
        EFFECTIVE
    }

    /** What came of it for one letter. */
    enum Verdict {
        MET,
        UNMET,
        /** Too little comparable work is finished to say so. */
        UNKNOWN
    }

    /** Which part of a promise was missed. */
    enum Part {
        /** The date that was promised first. */
        ORIGINAL,
        /** The date that was promised last; only where there was a correction. */
        LATEST,
        /** What was promised in full. */
        FULL
    }

    /**
     * One letter of a commitment.
     *
     * @param sentence why, with the data used
     */
    record Judgement(Letter letter, Verdict verdict, String sentence) {
        public Judgement {
            Bounds.text("a sentence", sentence, Limits.NOTE);
        }
    }

    /**
     * A department has promised something about a request.
     *
     * @param quantity how much, in {@code unit}; a plain decimal
     * @param acceptance how both sides see that it is done
     * @param need which need of the customer it serves
     * @param zone IANA name of the time zone in which it was promised
     * @param requestedFor when it should have been done by then, as the request said
     */
    @WireName("redress.department.commitment-made.v1")
    record CommitmentMade(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            Party beneficiary,
            String quantity,
            String unit,
            String acceptance,
            String need,
            Instant dueAt,
            String zone,
            String by,
            Instant madeAt,
            @Nullable Instant requestedFor)
            implements CommitmentEvent {
        public CommitmentMade {
            Bounds.quantity(quantity);
            Bounds.text("a unit", unit, Limits.KEY);
            Bounds.text("an acceptance test", acceptance, Limits.NOTE);
            Bounds.text("a need", need, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * A commitment was judged letter by letter against comparable finished work and free capacity.
     *
     * @param comparables how much comparable work is finished
     * @param medianSeconds in which half of it was done; absent where it is too little
     * @param p85Seconds in which 85 % of it was done; absent where it is too little
     * @param capacity how many requests the department works on at a time
     * @param freeCapacity how many more it could have begun at that time
     */
    @WireName("redress.department.commitment-judged.v1")
    record CommitmentJudged(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            List<Judgement> letters,
            int comparables,
            @Nullable Long medianSeconds,
            @Nullable Long p85Seconds,
            int capacity,
            int freeCapacity,
            Instant judgedAt)
            implements CommitmentEvent {
        public CommitmentJudged {
            Bounds.count("letters", letters, Letter.values().length);
            letters = List.copyOf(letters);
        }
    }

    /**
     * A commitment is corrected, openly; what was promised first stays known (R133).
     *
     * @param dimension which standard is touched
     * @param previousDueAt as it was until now
     * @param dueAt as it is now
     * @param follows the offer that was accepted, or the deviation that was reported, from which it follows; absent where
     *     the department has corrected the promise itself
     */
    @WireName("redress.department.commitment-corrected.v1")
    record CommitmentCorrected(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            DeviationEvent.Dimension dimension,
            String reason,
            Instant originalDueAt,
            Instant previousDueAt,
            Instant dueAt,
            String originalQuantity,
            String quantity,
            String by,
            Instant correctedAt,
            @Nullable String follows)
            implements CommitmentEvent {
        public CommitmentCorrected(
                CaseId caseId,
                RequestId requestId,
                String commitmentId,
                DepartmentCode department,
                DeviationEvent.Dimension dimension,
                String reason,
                Instant originalDueAt,
                Instant previousDueAt,
                Instant dueAt,
                String originalQuantity,
                String quantity,
                String by,
                Instant correctedAt) {
            this(
                    caseId,
                    requestId,
                    commitmentId,
                    department,
                    dimension,
                    reason,
                    originalDueAt,
                    previousDueAt,
                    dueAt,
                    originalQuantity,
                    quantity,
                    by,
                    correctedAt,
                    null);
        }

        public CommitmentCorrected {
            Bounds.quantity(originalQuantity);
            Bounds.quantity(quantity);
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * Delivered in full by the date that was promised last (R139). Told once.
     *
     * @param quantity what was delivered
     * @param asRequested whether also by the date that the request named
     * @param asFirstPromised whether also what was promised first, by the date that was promised first
     */
    @WireName("redress.department.commitment-kept.v1")
    record CommitmentKept(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            String quantity,
            boolean asRequested,
            boolean asFirstPromised,
            Instant deliveredAt)
            implements CommitmentEvent {
        public CommitmentKept {
            Bounds.quantity(quantity);
        }
    }

    /**
     * A part of a promise was missed, and stays so whatever comes later. Told once for each part, and for a date at the
     * instant when it passes.
     *
     * @param dueAt the date as it was promised; the time in which the department could not go on does not count
     */
    @WireName("redress.department.commitment-missed.v1")
    record CommitmentMissed(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            Part part,
            Instant dueAt,
            Instant missedAt)
            implements CommitmentEvent {}

    /** What was promised is not needed any more: neither kept nor missed. */
    @WireName("redress.department.commitment-released.v1")
    record CommitmentReleased(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            String reason,
            Instant releasedAt)
            implements CommitmentEvent {
        public CommitmentReleased {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * Stages that follow each other were each promised with a margin of their own, and together with much more than comparable
     * work needs (R132). Told once for the same promises.
     *
     * @param requests the stages, in the order in which they are done
     * @param promisedFor when the last one is promised
     * @param honest when 85 % of comparable chains are done
     * @param marginPercent how much more than that the policy allows
     * @param foundPercent how much more than that was promised
     */
    @WireName("redress.department.margins-stacked.v1")
    record MarginsStacked(
            CaseId caseId,
            List<RequestId> requests,
            Instant promisedFor,
            Instant honest,
            int marginPercent,
            int foundPercent,
            Instant foundAt)
            implements CommitmentEvent {
        /** Stages of one chain. */
        public static final int MOST_STAGES = 20;

        public MarginsStacked {
            Bounds.atLeastOne("the stages", requests);
            Bounds.count("stages", requests, MOST_STAGES);
            requests = List.copyOf(requests);
        }
    }
}
