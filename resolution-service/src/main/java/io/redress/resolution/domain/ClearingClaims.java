package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.ClaimCleared;
import io.redress.resolution.domain.ClaimCommand.ClearClaim;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import java.util.List;

/** Some facts bind the company, so somebody else agrees before the customer hears them; nobody clears what they have stated. */
final class ClearingClaims {
    private ClearingClaims() {}

    static Decision<ResolutionFact> clear(Unfolding unfolding, ClearClaim command) {
        if (command.isMadeIn(unfolding.claims())) {
            return Decision.nothing();
        }
        StatedClaim claim = unfolding.claims().byId(command.claimId()).orElse(null);
        if (claim == null) {
            return Correcting.unknown(command.claimId());
        }
        if (!claim.live()) {
            return Correcting.notLive(claim);
        }
        Speaker speaker = command.speaker();
        List<ClaimGate> gates = claim.missing().stream()
                .filter(gate -> gate.clears().equals(speaker.department()))
                .toList();
        if (gates.isEmpty()) {
            return Decision.reject("not-your-gate", notYourGate(claim));
        }
        if (claim.by().equals(speaker.person())) {
            return Decision.reject(
                    "four-eyes",
                    "Expected somebody else than " + claim.by() + ", who has stated claim " + claim.claimId() + ".");
        }
        for (ClaimGate gate : gates) {
            unfolding.tell(new ClaimCleared(
                    unfolding.caseId(),
                    claim.claimId(),
                    claim.key(),
                    gate.word(),
                    gate.clears(),
                    speaker.person(),
                    unfolding.now()));
        }
        return Decision.accept(unfolding.facts());
    }

    private static String notYourGate(StatedClaim claim) {
        return claim.missing().isEmpty()
                ? "Expected a claim that has to be cleared, but " + claim.key() + " needs nobody."
                : "Expected " + claim.missing().getFirst().clears() + " to clear " + claim.key() + ".";
    }
}
