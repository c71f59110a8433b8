package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Says what was released, and takes back what does not hold; in the order in which it was decided, once each. What is
 * said in public or on the telephone is no message of ours, but a correction always is.
 */
final class SayingClaims {
    private static final Set<String> KINDS = Set.of("statement", "correction");

    private SayingClaims() {}

    static Decision<IntakeFact> hear(Messages messages, Filed filed, ClaimEvent event, String citing, Instant now) {
        return switch (event) {
            case StatementReleased released
            when released.channel() == Channel.PRIVATE ->
                Decision.accept(messages.about(
                        filed,
                        new Occasion.Said(
                                released.text(),
                                released.cites().stream().map(Citation::claimId).toList()),
                        citing,
                        now));
            case CustomerCorrected corrected ->
                Decision.accept(messages.about(
                        filed,
                        new Occasion.Corrected(
                                corrected.oldValue(), corrected.toldAt(), corrected.value(), uses(corrected)),
                        citing,
                        now));
            default -> Decision.nothing();
        };
    }

    /** Resolution counts it as received, so it is said also where the case has become part of another meanwhile. */
    static boolean isAboutClaims(CustomerMessageEvent event) {
        return event instanceof CustomerMessageComposed composed && KINDS.contains(composed.kind());
    }

    private static List<String> uses(CustomerCorrected corrected) {
        String claimId = corrected.claimId();
        return claimId == null ? List.of() : List.of(claimId);
    }
}
