package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.CorrectionHeard;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import io.redress.resolution.domain.ClaimFact.HearingClosed;
import io.redress.resolution.domain.ClaimFact.HearingOpened;
import io.redress.resolution.domain.Claims.Hearing;
import io.redress.resolution.domain.Claims.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What does not hold any more is put right: inside first, then with the customer, once. */
final class Correcting {
    private Correcting() {}

    static Decision<ResolutionFact> supersede(Unfolding unfolding, SupersedeClaim command) {
        if (command.isMadeIn(unfolding.claims())) {
            return Decision.nothing();
        }
        StatedClaim claim = unfolding.claims().byId(command.claimId()).orElse(null);
        if (claim == null) {
            return unknown(command.claimId());
        }
        if (!claim.live()) {
            return notLive(claim);
        }
        if (claim.isPromised()) {
            return promised(claim);
        }
        if (!mayChange(claim, command.speaker())) {
            return notYours(claim);
        }
        String value = PlainFact.value(command.value());
        if (value.isEmpty() || claim.says(value)) {
            return Decision.reject(
                    "same-value", "Expected another value than claim " + claim.claimId() + " has, but got the same.");
        }
        Speaker speaker = command.speaker();
        replace(
                unfolding,
                claim,
                value,
                command.reason(),
                command.evidence(),
                null,
                speaker.department(),
                speaker.person());
        return Decision.accept(unfolding.facts());
    }

    static void replace(
            Unfolding unfolding,
            StatedClaim live,
            String value,
            String reason,
            @Nullable String evidence,
            @Nullable RequestId requestId,
            DepartmentCode department,
            String by) {
        List<DepartmentCode> relying = live.reliedOnExcept(department);
        unfolding.tell(new ClaimSuperseded(
                unfolding.caseId(),
                live.claimId(),
                live.key(),
                live.value(),
                unfolding.claims().nextId(),
                value,
                department,
                by,
                reason,
                relying,
                unfolding.claims().told(live.key()).isPresent(),
                unfolding.now(),
                evidence,
                requestId));
        openHearing(unfolding, live, relying, department);
        Stating.endContests(unfolding, live.key());
    }

    static Decision<ResolutionFact> withdraw(Unfolding unfolding, WithdrawClaim command) {
        if (command.isMadeIn(unfolding.claims())) {
            return Decision.nothing();
        }
        StatedClaim claim = unfolding.claims().byId(command.claimId()).orElse(null);
        if (claim == null) {
            return unknown(command.claimId());
        }
        if (!claim.live() && !claim.contested()) {
            return notLive(claim);
        }
        if (claim.isPromised()) {
            return promised(claim);
        }
        if (!mayChange(claim, command.speaker())) {
            return notYours(claim);
        }
        Speaker speaker = command.speaker();
        if (claim.contested()) {
            Stating.withdrawContested(unfolding, claim, speaker.department(), speaker.person(), command.reason());
            return Decision.accept(unfolding.facts());
        }
        List<DepartmentCode> relying = claim.reliedOnExcept(speaker.department());
        unfolding.tell(new ClaimWithdrawn(
                unfolding.caseId(),
                claim.claimId(),
                claim.key(),
                claim.value(),
                speaker.department(),
                speaker.person(),
                command.reason(),
                relying,
                unfolding.claims().told(claim.key()).isPresent(),
                unfolding.now()));
        openHearing(unfolding, claim, relying, speaker.department());
        Stating.promoteContested(unfolding, claim.key());
        return Decision.accept(unfolding.facts());
    }

    static Decision<ResolutionFact> hear(Unfolding unfolding, HearCorrection command) {
        StatedClaim claim = unfolding.claims().byId(command.claimId()).orElse(null);
        if (claim == null) {
            return unknown(command.claimId());
        }
        DepartmentCode department = command.speaker().department();
        Optional<Hearing> hearing = unfolding
                .claims()
                .hearing(claim.key())
                .filter(it -> it.awaiting().contains(department));
        if (hearing.isEmpty() || isBefore(command.heardAt(), hearing.get().since())) {
            return Decision.nothing();
        }
        Optional<String> toHear = unfolding.claims().toHear(hearing.get());
        if (toHear.isPresent() && !toHear.get().equals(command.claimId())) {
            // Who has passed it on to us is not there to be contradicted, and is awaited as before.
            return command.heardAt() == null ? notWhatHolds(claim, toHear.get()) : Decision.nothing();
        }
        unfolding.tell(new CorrectionHeard(
                unfolding.caseId(), claim.key(), department, command.speaker().person(), unfolding.now()));
        return Decision.accept(unfolding.facts());
    }

    private static boolean isBefore(@Nullable Instant heardAt, @Nullable Instant since) {
        return heardAt != null && since != null && heardAt.isBefore(since);
    }

    /** Tells the customer what everybody inside knows by now, or should. */
    static void theCustomer(Unfolding unfolding) {
        for (Hearing hearing : unfolding.claims().hearings()) {
            StatedClaim live = unfolding.claims().live(hearing.key()).orElse(null);
            boolean late = !unfolding.now().isBefore(hearing.until());
            if (late || hearing.awaiting().isEmpty() && (live == null || isSayable(unfolding, live))) {
                settle(unfolding, hearing, live);
            }
        }
    }

    private static void settle(Unfolding unfolding, Hearing hearing, @Nullable StatedClaim live) {
        Optional<Told> told = unfolding.claims().told(hearing.key());
        if (told.isEmpty() || live != null && live.says(told.get().value())) {
            unfolding.add(new HearingClosed(hearing.key()));
            return;
        }
        // What is not cleared, not agreed or sent back is not said; that the former does not hold, is.
        StatedClaim instead = live != null && isSayable(unfolding, live) ? live : null;
        unfolding.tell(new CustomerCorrected(
                unfolding.caseId(),
                hearing.key(),
                told.get().claimId(),
                told.get().value(),
                told.get().at(),
                told.get().channels(),
                hearing.awaiting(),
                unfolding.now(),
                instead == null ? null : instead.claimId(),
                instead == null ? null : instead.value()));
    }

    private static boolean isSayable(Unfolding unfolding, StatedClaim live) {
        return live.missing().isEmpty()
                && !unfolding.isSentBack(live)
                && unfolding.claims().contested(live.key()).isEmpty();
    }

    /** Where the value changes twice, those who have not heard of the first hear of both, and the time does not begin anew. */
    private static void openHearing(
            Unfolding unfolding, StatedClaim former, List<DepartmentCode> relying, DepartmentCode changing) {
        String key = former.key();
        Optional<Hearing> open = unfolding.claims().hearing(key);
        List<DepartmentCode> awaiting = Stream.concat(
                        open.stream().flatMap(it -> it.awaiting().stream()), relying.stream())
                .filter(it -> !it.equals(changing))
                .distinct()
                .toList();
        if (!awaiting.isEmpty() || unfolding.claims().told(key).isPresent()) {
            Instant until = open.map(Hearing::until).orElse(unfolding.now().plus(unfolding.toHear()));
            unfolding.add(new HearingOpened(key, awaiting, until, former.claimId(), unfolding.now()));
        }
    }

    private static boolean mayChange(StatedClaim claim, Speaker speaker) {
        return speaker.decidesForOthers() || claim.department().equals(speaker.department());
    }

    static Decision<ResolutionFact> unknown(String claimId) {
        return Decision.reject("unknown-claim", "Expected a claim of this case, but " + claimId + " is none.");
    }

    static Decision<ResolutionFact> notLive(StatedClaim claim) {
        return Decision.reject(
                "not-live", "Expected a live claim, but " + claim.claimId() + " of " + claim.key() + " is not.");
    }

    private static Decision<ResolutionFact> notWhatHolds(StatedClaim claim, String toHear) {
        return Decision.reject(
                "not-what-holds",
                "Expected to hear that you know of claim " + toHear + ", which says what holds for " + claim.key()
                        + " now, but got " + claim.claimId() + ".");
    }

    private static Decision<ResolutionFact> promised(StatedClaim claim) {
        return Decision.reject(
                "promised",
                "Expected promise " + claim.evidence() + " to be corrected, but got another date for " + claim.key()
                        + ", which the customer was promised by it.");
    }

    private static Decision<ResolutionFact> notYours(StatedClaim claim) {
        return Decision.reject(
                "not-yours",
                "Expected " + claim.department() + ", which has stated claim " + claim.claimId()
                        + ", or a supervisor.");
    }
}
