package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stated as a fact towards the customer, and what becomes of it (rule 7), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ClaimEvent extends AssuranceEvent {

    /**
     * From now on this is the one live value of that key in the case.
     *
     * @param key for example {@code delivery.date}
     * @param evidence what it rests on
     * @param requestId the request whose answer stated it; absent where it was stated by itself
     */
    @WireName("redress.resolution.claim-made.v1")
    record ClaimMade(
            CaseId caseId,
            String claimId,
            String key,
            String value,
            DepartmentCode department,
            String by,
            Instant madeAt,
            @Nullable String evidence,
            @Nullable RequestId requestId)
            implements ClaimEvent {
        public ClaimMade {
            Bounds.text("a key", key, Limits.KEY);
            Bounds.text("a value", value, Limits.CLAIM_VALUE);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
        }
    }

    /** Another department says the same; it is told when the value changes. */
    @WireName("redress.resolution.claim-repeated.v1")
    record ClaimRepeated(
            CaseId caseId,
            String claimId,
            String key,
            DepartmentCode department,
            String by,
            Instant repeatedAt,
            @Nullable RequestId requestId)
            implements ClaimEvent {}

    /**
     * A department's answer says something else than the live value. It is kept, but not live, and nothing is said to the
     * customer about that key until the two agree.
     *
     * @param claimId of what is not live
     * @param against the live claim
     */
    @WireName("redress.resolution.claim-contested.v1")
    record ClaimContested(
            CaseId caseId,
            String key,
            String claimId,
            String value,
            DepartmentCode department,
            String by,
            String against,
            String againstValue,
            DepartmentCode againstDepartment,
            Instant contestedAt,
            @Nullable String evidence,
            @Nullable RequestId requestId)
            implements ClaimEvent {
        public ClaimContested {
            Bounds.text("a key", key, Limits.KEY);
            Bounds.text("a value", value, Limits.CLAIM_VALUE);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
        }
    }

    /** The departments agree, or there is nothing left to disagree with. */
    @WireName("redress.resolution.contest-ended.v1")
    record ContestEnded(CaseId caseId, String key, String claimId, DepartmentCode department, Instant endedAt)
            implements ClaimEvent {}

    /**
     * Whoever must agree before the customer hears it has agreed.
     *
     * @param gate the policy's name
     */
    @WireName("redress.resolution.claim-cleared.v1")
    record ClaimCleared(
            CaseId caseId,
            String claimId,
            String key,
            String gate,
            DepartmentCode department,
            String by,
            Instant clearedAt)
            implements ClaimEvent {}

    /**
     * Another value takes the place of the live one. Also published on the topics of those who relied on the old one, see
     * {@link Topics#requestsOf}; they say that they know by {@link DepartmentReply.Heard}.
     *
     * @param claimId of the value that was
     * @param replacedBy the claim that is live from now on
     * @param repeatedBy who relied on the old value and must know first; never the department that changes it
     * @param customerWasTold whether the customer holds a value of this key and is corrected afterwards
     */
    @WireName("redress.resolution.claim-superseded.v1")
    record ClaimSuperseded(
            CaseId caseId,
            String claimId,
            String key,
            String value,
            String replacedBy,
            String newValue,
            DepartmentCode department,
            String by,
            String reason,
            List<DepartmentCode> repeatedBy,
            boolean customerWasTold,
            Instant supersededAt,
            @Nullable String evidence,
            @Nullable RequestId requestId)
            implements ClaimEvent {
        public ClaimSuperseded {
            Bounds.text("a new value", newValue, Limits.CLAIM_VALUE);
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
            repeatedBy = List.copyOf(repeatedBy);
        }
    }

    /** It is not said any more, and nothing is said in its place. As in {@link ClaimSuperseded}. */
    @WireName("redress.resolution.claim-withdrawn.v1")
    record ClaimWithdrawn(
            CaseId caseId,
            String claimId,
            String key,
            String value,
            DepartmentCode department,
            String by,
            String reason,
            List<DepartmentCode> repeatedBy,
            boolean customerWasTold,
            Instant withdrawnAt)
            implements ClaimEvent {
        public ClaimWithdrawn {
            Bounds.text("a reason", reason, Limits.NOTE);
            repeatedBy = List.copyOf(repeatedBy);
        }
    }

    /** A department that relied on the old value of this key knows that it is another. */
    @WireName("redress.resolution.correction-heard.v1")
    record CorrectionHeard(CaseId caseId, String key, DepartmentCode department, String by, Instant heardAt)
            implements ClaimEvent {}

    /**
     * The customer is told that what was said does not hold; once for what was said, and after everybody inside.
     *
     * @param oldClaimId what the customer had been told
     * @param toldAt when
     * @param channels where it was said
     * @param unheard departments that had not confirmed within their time
     * @param claimId what holds instead; absent where that is not known yet
     */
    @WireName("redress.resolution.customer-corrected.v1")
    record CustomerCorrected(
            CaseId caseId,
            String key,
            String oldClaimId,
            String oldValue,
            Instant toldAt,
            List<Channel> channels,
            List<DepartmentCode> unheard,
            Instant correctedAt,
            @Nullable String claimId,
            @Nullable String value)
            implements ClaimEvent {
        public CustomerCorrected {
            channels = List.copyOf(channels);
            unheard = List.copyOf(unheard);
        }
    }

    /**
     * This may be said to the customer: every fact in it is a live claim with its clearances.
     *
     * @param text with the values in their places
     * @param cites the claims it rests on, in their order in the text
     */
    @WireName("redress.resolution.statement-released.v1")
    record StatementReleased(
            CaseId caseId,
            String statementId,
            Channel channel,
            String text,
            List<Citation> cites,
            DepartmentCode department,
            String by,
            Instant releasedAt)
            implements ClaimEvent {
        public StatementReleased {
            Bounds.text("a text", text, Limits.WORDS);
            Bounds.count("claims in cites", cites, Limits.CITATIONS);
            cites = List.copyOf(cites);
        }
    }

    /**
     * Somebody wants to say something to the customer, and others must agree first; what it is stays inside until then.
     * Also published on the topics of those departments, see {@link Topics#requestsOf}.
     *
     * @param gates the policies' names
     * @param departments who must agree; where a gate names nobody, anybody but {@code by} may
     */
    @WireName("redress.resolution.statement-held.v1")
    record StatementHeld(
            CaseId caseId,
            String statementId,
            Channel channel,
            List<String> gates,
            List<DepartmentCode> departments,
            DepartmentCode department,
            String by,
            Instant heldAt)
            implements ClaimEvent {
        public StatementHeld {
            Bounds.text("a name in by", by, Limits.NAME);
            gates = List.copyOf(gates);
            departments = List.copyOf(departments);
        }
    }

    /**
     * Somebody has agreed to what is held, and others still have to; when nobody is left, {@link StatementReleased} says so.
     *
     * @param gates the policies' names
     */
    @WireName("redress.resolution.statement-cleared.v1")
    record StatementCleared(
            CaseId caseId,
            String statementId,
            List<String> gates,
            DepartmentCode department,
            String by,
            Instant clearedAt)
            implements ClaimEvent {
        public StatementCleared {
            Bounds.text("a name in by", by, Limits.NAME);
            gates = List.copyOf(gates);
        }
    }

    /**
     * A fact in what is held does not hold any more, so nobody can agree to it; whoever wants to say it writes it anew.
     *
     * @param keys of the facts that have changed
     * @param department who wants to say it
     */
    @WireName("redress.resolution.statement-overtaken.v1")
    record StatementOvertaken(
            CaseId caseId, String statementId, List<String> keys, DepartmentCode department, Instant overtakenAt)
            implements ClaimEvent {
        public StatementOvertaken {
            keys = List.copyOf(keys);
        }
    }

    /** What was held is not said. */
    @WireName("redress.resolution.statement-refused.v1")
    record StatementRefused(
            CaseId caseId, String statementId, DepartmentCode department, String by, String reason, Instant refusedAt)
            implements ClaimEvent {
        public StatementRefused {
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** An answer brought more claims than a case may have; these are in none of the two lists, live or contested. */
    @WireName("redress.resolution.claims-left-out.v1")
    record ClaimsLeftOut(
            CaseId caseId, RequestId requestId, DepartmentCode department, List<String> keys, Instant leftOutAt)
            implements ClaimEvent {
        public ClaimsLeftOut {
            Bounds.count("keys", keys, Limits.CLAIMS);
            keys = List.copyOf(keys);
        }
    }

    /** How a statement reaches whom it is for. */
    enum Channel {
        /** A message to the customer. */
        PRIVATE,
        /** Where everybody reads it. */
        PUBLIC,
        /** Said on the telephone. */
        PHONE_SCRIPT
    }

    /** A claim as a statement says it. */
    record Citation(String claimId, String key, String value) {
        public Citation {
            Bounds.text("a key", key, Limits.KEY);
            Bounds.text("a value", value, Limits.CLAIM_VALUE);
        }
    }
}
