package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Claim;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimMade;
import io.redress.contracts.ClaimEvent.ClaimRepeated;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.ClaimsLeftOut;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A department states a fact: directly, where it can be told of a conflict, or in an answer, where it cannot. */
final class Stating {
    private static final String ANEW = "The department has answered anew.";

    private Stating() {}

    static Decision<ResolutionFact> make(Unfolding unfolding, MakeClaim command) {
        String key = PlainFact.key(command.key());
        String value = PlainFact.value(command.value());
        if (key.isEmpty() || value.isEmpty()) {
            return Decision.reject("no-fact", "Expected a key and a value with words or numbers in them.");
        }
        ClaimCommand.Speaker speaker = command.speaker();
        Optional<StatedClaim> live = unfolding.claims().live(key);
        if (live.isPresent() && !live.get().says(value)) {
            return Decision.reject("claim-conflict", conflict(live.get(), speaker.department()));
        }
        if (live.isPresent()) {
            repeat(unfolding, live.get(), speaker.department(), speaker.person(), null);
        } else if (unfolding.claims().full()) {
            return Decision.reject(
                    "too-many-claims", "Expected at most " + Claims.MOST + " claims in a case, but there are as many.");
        } else {
            state(unfolding, key, value, speaker.department(), speaker.person(), command.evidence(), null);
        }
        return Decision.accept(unfolding.facts());
    }

    static void answered(Unfolding unfolding, RequestAnswered answer) {
        List<String> leftOut = new ArrayList<>();
        for (Claim claim : answer.claims()) {
            String key = PlainFact.key(claim.key());
            String value = PlainFact.value(claim.value());
            if (key.isEmpty() || value.isEmpty() || !taken(unfolding, answer, key, value, claim.evidence())) {
                leftOut.add(claim.key());
            }
        }
        if (!leftOut.isEmpty()) {
            unfolding.tell(new ClaimsLeftOut(
                    unfolding.caseId(), answer.requestId(), answer.department(), leftOut, unfolding.now()));
        }
    }

    private static boolean taken(
            Unfolding unfolding, RequestAnswered answer, String key, String value, @Nullable String evidence) {
        DepartmentCode department = answer.department();
        StatedClaim live = unfolding.claims().live(key).orElse(null);
        if (live == null) {
            if (unfolding.claims().full()) {
                return false;
            }
            state(unfolding, key, value, department, answer.by(), evidence, answer.requestId());
            return true;
        }
        if (live.says(value)) {
            withdrawContested(unfolding, key, department, answer.by());
            repeat(unfolding, live, department, answer.by(), answer.requestId());
            return true;
        }
        if (live.department().equals(department)) {
            Correcting.replace(unfolding, live, value, ANEW, evidence, answer.requestId(), department, answer.by());
            return true;
        }
        return contest(unfolding, answer, live, value, evidence);
    }

    private static boolean contest(
            Unfolding unfolding, RequestAnswered answer, StatedClaim live, String value, @Nullable String evidence) {
        DepartmentCode department = answer.department();
        if (unfolding.claims().contested(live.key()).stream()
                .anyMatch(it -> it.department().equals(department) && it.says(value))) {
            return true;
        }
        withdrawContested(unfolding, live.key(), department, answer.by());
        if (unfolding.claims().full()) {
            return false;
        }
        unfolding.tell(new ClaimContested(
                unfolding.caseId(),
                live.key(),
                unfolding.claims().nextId(),
                value,
                department,
                answer.by(),
                live.claimId(),
                live.value(),
                live.department(),
                unfolding.now(),
                evidence,
                answer.requestId()));
        return true;
    }

    /** Who says something else now does not say what was contested any more. */
    private static void withdrawContested(Unfolding unfolding, String key, DepartmentCode department, String by) {
        for (StatedClaim contested : unfolding.claims().contested(key)) {
            if (contested.department().equals(department)) {
                withdrawContested(unfolding, contested, department, by, ANEW);
            }
        }
    }

    static void withdrawContested(
            Unfolding unfolding, StatedClaim contested, DepartmentCode department, String by, String reason) {
        unfolding.tell(new ClaimWithdrawn(
                unfolding.caseId(),
                contested.claimId(),
                contested.key(),
                contested.value(),
                department,
                by,
                reason,
                List.of(),
                false,
                unfolding.now()));
        unfolding.tell(ended(unfolding, contested));
    }

    /** A first value, or one where the former was withdrawn. */
    private static void state(
            Unfolding unfolding,
            String key,
            String value,
            DepartmentCode department,
            String by,
            @Nullable String evidence,
            @Nullable RequestId requestId) {
        unfolding.tell(new ClaimMade(
                unfolding.caseId(),
                unfolding.claims().nextId(),
                key,
                value,
                department,
                by,
                unfolding.now(),
                evidence,
                requestId));
        endContests(unfolding, key);
    }

    /** Nothing is left to disagree with where what was contested is live; the others stay. */
    static void endContests(Unfolding unfolding, String key) {
        unfolding
                .claims()
                .live(key)
                .ifPresent(live -> unfolding.claims().contested(key).stream()
                        .filter(it -> it.says(live.value()))
                        .forEach(it -> unfolding.tell(ended(unfolding, it))));
    }

    /** Where the live value is withdrawn, what was first said against it holds. */
    static void promoteContested(Unfolding unfolding, String key) {
        unfolding.claims().contested(key).stream()
                .findFirst()
                .ifPresent(it ->
                        state(unfolding, key, it.value(), it.department(), it.by(), it.evidence(), it.requestId()));
    }

    private static void repeat(
            Unfolding unfolding,
            StatedClaim live,
            DepartmentCode department,
            String by,
            @Nullable RequestId requestId) {
        if (!live.isFrom(department)) {
            unfolding.tell(new ClaimRepeated(
                    unfolding.caseId(), live.claimId(), live.key(), department, by, unfolding.now(), requestId));
        }
    }

    private static ContestEnded ended(Unfolding unfolding, StatedClaim contested) {
        return new ContestEnded(
                unfolding.caseId(), contested.key(), contested.claimId(), contested.department(), unfolding.now());
    }

    private static String conflict(StatedClaim live, DepartmentCode department) {
        return live.department().equals(department)
                ? "Expected " + live.key() + " to be what your department has stated in claim " + live.claimId()
                        + ", but got another value. Supersede that claim with the reason."
                : "Expected " + live.key() + " to be what " + live.department() + " has stated in claim "
                        + live.claimId() + ", but got another value. Agree with " + live.department()
                        + ", which can supersede it.";
    }
}
