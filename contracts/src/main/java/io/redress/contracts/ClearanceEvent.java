package io.redress.contracts;

import io.redress.contracts.DeviationEvent.Dimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree before something reaches a customer, what they said (rule 6), and what the customer would rather have; on
 * topic {@link Topics#RESOLUTIONS}.
 */
public sealed interface ClearanceEvent extends AssuranceEvent {

    /**
     * A proposal is held until this gate has cleared it (R31, R32, R36, R49).
     *
     * @param clearanceId its own within the case; a request of kind {@code APPROVAL} carries it as its step
     * @param gate the policy's name
     * @param department who may clear it
     * @param reason why it needs the gate, for people
     * @param optionIds what is to be cleared
     * @param limitsVersion the value limits that were looked at; absent where none was in force
     */
    @WireName("redress.resolution.clearance-requested.v1")
    record ClearanceRequested(
            CaseId caseId,
            String clearanceId,
            String proposalId,
            String gate,
            DepartmentCode department,
            String reason,
            List<String> optionIds,
            @Nullable String limitsVersion,
            Instant requestedAt)
            implements ClearanceEvent {
        public ClearanceRequested {
            Bounds.text("a reason", reason, Limits.NOTE);
            optionIds = List.copyOf(optionIds);
        }
    }

    /**
     * The gate's department agrees; it holds the proposal no longer.
     *
     * @param reason absent where nothing needs to be said
     * @param by who decided; never who had the idea
     */
    @WireName("redress.resolution.clearance-given.v1")
    record ClearanceGiven(
            CaseId caseId,
            String clearanceId,
            String gate,
            DepartmentCode department,
            @Nullable String reason,
            String by,
            Instant givenAt)
            implements ClearanceEvent {
        public ClearanceGiven {
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** The gate's department does not agree; {@link ProposalReturned} follows. */
    @WireName("redress.resolution.clearance-refused.v1")
    record ClearanceRefused(
            CaseId caseId,
            String clearanceId,
            String gate,
            DepartmentCode department,
            String reason,
            String by,
            Instant refusedAt)
            implements ClearanceEvent {
        public ClearanceRefused {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** Nobody needs this clearance any more: what was to be cleared will not be proposed. */
    @WireName("redress.resolution.clearance-lapsed.v1")
    record ClearanceLapsed(CaseId caseId, String clearanceId, String gate, DepartmentCode department, Instant lapsedAt)
            implements ClearanceEvent {}

    /**
     * The customer wants none of the options, and says why (R106).
     *
     * @param round how often the customer has countered or declined, this time included
     * @param by the client that said so
     * @param roundsLeft how often the customer can still counter or decline; absent before that was told
     */
    @WireName("redress.resolution.proposal-declined.v1")
    record ProposalDeclined(
            CaseId caseId,
            String proposalId,
            int round,
            String reason,
            String by,
            Instant declinedAt,
            @Nullable Integer roundsLeft)
            implements ClearanceEvent {
        public ProposalDeclined {
            Bounds.text("a reason", reason, Limits.NOTE);
        }

        /** One that does not say how many rounds are left. */
        public ProposalDeclined(
                CaseId caseId, String proposalId, int round, String reason, String by, Instant declinedAt) {
            this(caseId, proposalId, round, reason, by, declinedAt, null);
        }
    }

    /**
     * The customer would agree if one thing were otherwise (R109, R148).
     *
     * @param round how often the customer has countered or declined, this time included
     * @param wants what is to be otherwise
     * @param words what the customer says
     * @param amount what would be enough, or would be paid; absent where nobody has said it
     * @param days working days until it would have to be done; absent likewise
     * @param by the client that said so
     * @param roundsLeft how often the customer can still counter or decline; absent before that was told
     */
    @WireName("redress.resolution.proposal-countered.v1")
    record ProposalCountered(
            CaseId caseId,
            String proposalId,
            int round,
            Dimension wants,
            String words,
            @Nullable Money amount,
            @Nullable Integer days,
            String by,
            Instant counteredAt,
            @Nullable Integer roundsLeft)
            implements ClearanceEvent {
        public ProposalCountered {
            Bounds.text("words", words, Limits.NOTE);
            if (days != null) {
                Bounds.between("days", 0, days, Limits.DAYS);
            }
        }

        /** One that does not say how many rounds are left. */
        public ProposalCountered(
                CaseId caseId,
                String proposalId,
                int round,
                Dimension wants,
                String words,
                @Nullable Money amount,
                @Nullable Integer days,
                String by,
                Instant counteredAt) {
            this(caseId, proposalId, round, wants, words, amount, days, by, counteredAt, null);
        }
    }

    /**
     * What was proposed, or was about to be, goes back to departments; routing asks them for another solution.
     *
     * @param reason for the departments
     * @param departments who is asked: those who had the ideas, else who answers for the case
     */
    @WireName("redress.resolution.proposal-returned.v1")
    record ProposalReturned(
            CaseId caseId,
            String proposalId,
            Cause cause,
            String reason,
            List<DepartmentCode> departments,
            Instant returnedAt)
            implements ClearanceEvent {
        public ProposalReturned {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.atLeastOne("departments", departments);
            departments = List.copyOf(departments);
        }

        /** What sent it back. */
        public enum Cause {
            CLEARANCE_REFUSED,
            DECLINED,
            COUNTERED
        }
    }
}
