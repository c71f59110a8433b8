package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about what is stated as a fact. */
public sealed interface ClaimCommand extends AssuranceCommand {

    /** Who speaks. */
    Speaker speaker();

    /**
     * Who speaks, and for whom.
     *
     * @param decidesForOthers whether this person may change what another department holds
     */
    record Speaker(DepartmentCode department, String person, boolean decidesForOthers) {}

    /** A department states a fact. */
    record MakeClaim(
            String key,
            String value,
            @Nullable String evidence,
            Speaker speaker,
            @Nullable Intended intended) implements ClaimCommand {
        MakeClaim(String key, String value, @Nullable String evidence, Speaker speaker) {
            this(key, value, evidence, speaker, null);
        }
    }

    /**
     * Under which name a caller does something.
     *
     * @param id the same for the same caller and name
     * @param content the same for the same words
     */
    record Intended(String id, String content) {}

    /** Another value holds from now on. */
    record SupersedeClaim(
            String claimId,
            String value,
            String reason,
            @Nullable String evidence,
            Speaker speaker) implements ClaimCommand {
        /** Whether exactly this has happened already. */
        public boolean isMadeIn(Claims claims) {
            return claims.byId(claimId)
                    .filter(claim -> claim.standing() instanceof Standing.Superseded(String by, String why)
                            && why.equals(reason)
                            && claims.byId(by).filter(next -> next.says(value)).isPresent())
                    .isPresent();
        }
    }

    /** It is not said any more. */
    record WithdrawClaim(String claimId, String reason, Speaker speaker) implements ClaimCommand {
        /** Whether it has been withdrawn already, for this reason. */
        public boolean isMadeIn(Claims claims) {
            return claims.byId(claimId)
                    .filter(claim ->
                            claim.standing() instanceof Standing.Withdrawn(String why, var _) && why.equals(reason))
                    .isPresent();
        }
    }

    /** Whoever must agree before the customer hears it agrees. */
    record ClearClaim(String claimId, Speaker speaker) implements ClaimCommand {
        /** Whether this department has agreed already. */
        public boolean isMadeIn(Claims claims) {
            return claims.byId(claimId)
                    .filter(claim -> claim.isClearedBy(speaker.department()))
                    .isPresent();
        }
    }

    /**
     * A department knows that what it had relied on does not hold any more.
     *
     * @param claimId what holds now; where nothing does, what was withdrawn
     * @param heardAt when it said so to others, who pass it on; absent where it says so here and can be contradicted
     */
    record HearCorrection(
            String claimId, Speaker speaker, @Nullable Instant heardAt) implements ClaimCommand {
        /** One that can be contradicted. */
        public HearCorrection(String claimId, Speaker speaker) {
            this(claimId, speaker, null);
        }
    }

    /**
     * Something is to be said to the customer.
     *
     * @param statementId the same for the same intention, however often it is sent
     * @param template with a place for every fact
     */
    record ReleaseStatement(String statementId, Channel channel, String template, Speaker speaker)
            implements ClaimCommand {}

    /** Whoever must agree before something is said agrees. */
    record ClearStatement(String statementId, Speaker speaker) implements ClaimCommand {}

    /** It is not to be said. */
    record RefuseStatement(String statementId, String reason, Speaker speaker) implements ClaimCommand {}
}
