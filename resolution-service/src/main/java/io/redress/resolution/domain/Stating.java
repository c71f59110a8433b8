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
import io.redress.resolution.domain.ClaimCommand.Intended;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimFact.IntentionKept;
import io.redress.resolution.domain.ClaimFact.SaidBefore;
import io.redress.resolution.domain.ClaimFact.SaidTooLate;
import io.redress.resolution.domain.Claims.Intention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A department states a fact: directly, where it can be told of a conflict, or in an answer, where it cannot. */
final class Stating {
    /** Such a withdrawal says nothing of its own. */
    static final String ANEW = "The department has answered anew.";

    private Stating() {}

    static Decision<ResolutionFact> make(Unfolding unfolding, MakeClaim command) {
        String key = PlainFact.key(command.key());
        String value = PlainFact.value(command.value());
        if (key.isEmpty() || value.isEmpty()) {
            return Decision.reject("no-fact", "Expected a key and a value with words or numbers in them.");
        }
        Intended intended = command.intended();
        Optional<Intention> before =
                intended == null ? Optional.empty() : unfolding.claims().intention(intended.id());
        if (intended != null && before.isPresent()) {
            return before.get().content().equals(intended.content()) ? Decision.nothing() : reused();
        }
        ClaimCommand.Speaker speaker = command.speaker();
        Optional<StatedClaim> live = unfolding.claims().live(key);
        if (live.isPresent() && !live.get().says(value)) {
            return Decision.reject("claim-conflict", conflict(live.get(), speaker.department()));
        }
        if (live.isPresent()) {
            withdrawContested(unfolding, key, speaker.department(), speaker.person());
            repeat(unfolding, live.get(), speaker.department(), speaker.person(), null);
        } else if (unfolding.claims().full(speaker.department())) {
            return Decision.reject("too-many-claims", tooMany());
        } else {
            DepartmentCode department = speaker.department();
            state(unfolding, key, value, department, speaker.person(), command.evidence(), null, unfolding.now());
        }
        if (intended != null) {
            String claimId = unfolding.claims().live(key).orElseThrow().claimId();
            unfolding.add(new IntentionKept(new Intention(intended.id(), intended.content(), claimId, live.isEmpty())));
        }
        return Decision.accept(unfolding.facts());
    }

    private static Decision<ResolutionFact> reused() {
        return Decision.reject(
                "idempotency-key-reused", "Expected the same claim under the same key, but got another.");
    }

    private static String tooMany() {
        return "Expected at most " + Claims.MOST + " claims in a case and " + Claims.MOST_OF_ONE
                + " of one department, but there are as many.";
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
        Instant said = said(unfolding, answer);
        if (isOvertaken(unfolding.claims(), key, department, said)) {
            noteTooLate(unfolding, answer, key, value, evidence);
            return true;
        }
        StatedClaim live = unfolding.claims().live(key).orElse(null);
        if (live == null) {
            if (unfolding.claims().full(department)) {
                return false;
            }
            state(unfolding, key, value, department, answer.by(), evidence, answer.requestId(), said);
            return true;
        }
        if (live.says(value)) {
            withdrawContested(unfolding, key, department, answer.by());
            repeat(unfolding, live, department, answer.by(), answer.requestId());
            return true;
        }
        if (live.department().equals(department)) {
            Correcting.replace(unfolding, live, value, ANEW, evidence, answer.requestId(), department, answer.by());
            sayWhen(unfolding, unfolding.claims().live(key).orElseThrow().claimId(), said);
            return true;
        }
        return contest(unfolding, answer, live, value, evidence);
    }

    /** No clock is so far ahead that it says what is to come. */
    private static Instant said(Unfolding unfolding, RequestAnswered answer) {
        return answer.answeredAt().isAfter(unfolding.now()) ? unfolding.now() : answer.answeredAt();
    }

    /** An answer may travel for longer than what its department says over REST meanwhile. */
    private static boolean isOvertaken(Claims claims, String key, DepartmentCode department, Instant said) {
        return claims.ledger().stream()
                .anyMatch(it -> it.key().equals(key) && it.department().equals(department) && it.isSpokenOfAfter(said));
    }

    private static void noteTooLate(
            Unfolding unfolding, RequestAnswered answer, String key, String value, @Nullable String evidence) {
        boolean isKnown = unfolding.claims().ledger().stream()
                .anyMatch(it -> it.key().equals(key)
                        && it.says(value)
                        && answer.requestId().equals(it.requestId())
                        && it.department().equals(answer.department()));
        if (!isKnown) {
            unfolding.add(new SaidTooLate(new StatedClaim(
                    unfolding.claims().nextId(),
                    key,
                    value,
                    answer.department(),
                    answer.by(),
                    said(unfolding, answer),
                    evidence,
                    answer.requestId(),
                    List.of(),
                    List.of(),
                    new Standing.Overtaken())));
        }
    }

    private static void sayWhen(Unfolding unfolding, String claimId, Instant said) {
        if (!said.equals(unfolding.now())) {
            unfolding.add(new SaidBefore(claimId, said));
        }
    }

    private static boolean contest(
            Unfolding unfolding, RequestAnswered answer, StatedClaim live, String value, @Nullable String evidence) {
        DepartmentCode department = answer.department();
        if (unfolding.claims().contested(live.key()).stream()
                .anyMatch(it -> it.department().equals(department) && it.says(value))) {
            return true;
        }
        withdrawContested(unfolding, live.key(), department, answer.by());
        if (unfolding.claims().full(department)) {
            return false;
        }
        String claimId = unfolding.claims().nextId();
        unfolding.tell(new ClaimContested(
                unfolding.caseId(),
                live.key(),
                claimId,
                value,
                department,
                answer.by(),
                live.claimId(),
                live.value(),
                live.department(),
                unfolding.now(),
                evidence,
                answer.requestId()));
        sayWhen(unfolding, claimId, said(unfolding, answer));
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
            @Nullable RequestId requestId,
            Instant said) {
        String claimId = unfolding.claims().nextId();
        unfolding.tell(new ClaimMade(
                unfolding.caseId(), claimId, key, value, department, by, unfolding.now(), evidence, requestId));
        sayWhen(unfolding, claimId, said);
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
                .ifPresent(it -> state(
                        unfolding,
                        key,
                        it.value(),
                        it.department(),
                        it.by(),
                        it.evidence(),
                        it.requestId(),
                        it.statedAt()));
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
