package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.ClaimCleared;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimMade;
import io.redress.contracts.ClaimEvent.ClaimRepeated;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.ClaimsLeftOut;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.ClaimEvent.CorrectionHeard;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementCleared;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementOvertaken;
import io.redress.contracts.ClaimEvent.StatementRefused;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ClaimFact.DatePromised;
import io.redress.resolution.domain.ClaimFact.DateReleased;
import io.redress.resolution.domain.ClaimFact.DateTold;
import io.redress.resolution.domain.ClaimFact.HearingClosed;
import io.redress.resolution.domain.ClaimFact.HearingOpened;
import io.redress.resolution.domain.ClaimFact.IntentionKept;
import io.redress.resolution.domain.ClaimFact.NoticeGiven;
import io.redress.resolution.domain.ClaimFact.SaidBefore;
import io.redress.resolution.domain.ClaimFact.SaidTooLate;
import io.redress.resolution.domain.ClaimFact.StatementClearedBy;
import io.redress.resolution.domain.ClaimFact.StatementKept;
import io.redress.resolution.domain.ClaimFact.StatementWaits;
import io.redress.resolution.domain.Claims.Hearing;
import io.redress.resolution.domain.Claims.Told;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is stated, told and heard after each fact. */
final class ClaimsEvolution {
    private ClaimsEvolution() {}

    static Claims after(Claims claims, ResolutionFact fact) {
        return switch (fact) {
            case Published(ClaimEvent event) -> after(claims, event);
            case ClaimFact it -> after(claims, it);
            default -> claims;
        };
    }

    private static Claims after(Claims claims, ClaimFact fact) {
        return switch (fact) {
            case HearingOpened(var key, var awaiting, var until, var claimId, var since) ->
                claims.hearing(new Hearing(key, awaiting, until, claimId, since));
            case HearingClosed(var key) -> claims.withoutHearing(key);
            case StatementKept(var kept) -> claims.keeping(kept);
            case StatementWaits(var held) -> claims.holding(held);
            case StatementClearedBy(var statementId, var cleared) ->
                claims.held(statementId)
                        .map(it -> claims.holding(it.cleared(cleared)))
                        .orElse(claims);
            case SaidBefore(var claimId, var at) -> claims.changing(claimId, it -> it.statedAt(at));
            case SaidTooLate(var claim) -> claims.plus(claim);
            case DatePromised(var claim, var instead) -> promised(claims, claim, instead);
            case DateReleased(var key, var claimId) ->
                claims.changing(claimId, it -> it.standing(new Standing.Withdrawn(DatingPromises.RELEASED, null)))
                        .untold(key)
                        .withoutHearing(key);
            case DateTold(var key, var claimId, var value, var at) ->
                claims.telling(new Told(key, claimId, value, at, List.of(Channel.PRIVATE)));
            case IntentionKept(var intention) -> claims.intending(intention);
            case NoticeGiven _ -> claims;
        };
    }

    /** Where the date of a promise moves and nobody relied on the former one, nobody else need be told of it. */
    private static Claims promised(Claims claims, StatedClaim claim, @Nullable String insteadOf) {
        return insteadOf == null
                ? claims.plus(claim)
                : claims.changing(
                                insteadOf,
                                it -> it.standing(new Standing.Superseded(claim.claimId(), DatingPromises.SAID)))
                        .plus(claim);
    }

    private static Claims after(Claims claims, ClaimEvent event) {
        return switch (event) {
            case ClaimMade it ->
                claims.plus(stated(
                        it.claimId(),
                        it.key(),
                        it.value(),
                        it.department(),
                        it.by(),
                        it.madeAt(),
                        it.evidence(),
                        it.requestId(),
                        new Standing.Live()));
            case ClaimContested it ->
                claims.plus(stated(
                        it.claimId(),
                        it.key(),
                        it.value(),
                        it.department(),
                        it.by(),
                        it.contestedAt(),
                        it.evidence(),
                        it.requestId(),
                        new Standing.Contested()));
            case ClaimRepeated it -> claims.changing(it.claimId(), claim -> claim.repeatedBy(it.department()));
            case ContestEnded it -> settled(claims, it);
            case ClaimCleared it ->
                claims.changing(
                        it.claimId(),
                        claim -> claim.clearedBy(
                                new StatedClaim.Cleared(it.gate(), it.department(), it.by(), it.clearedAt())));
            case ClaimSuperseded it -> superseded(claims, it);
            case ClaimWithdrawn it ->
                claims.changing(
                        it.claimId(), claim -> claim.standing(new Standing.Withdrawn(it.reason(), it.withdrawnAt())));
            case CorrectionHeard it -> claims.heard(it.key(), it.department());
            case CustomerCorrected it -> corrected(claims, it);
            case StatementReleased it -> said(claims.withoutHeld(it.statementId()), it);
            case StatementRefused it -> claims.withoutHeld(it.statementId());
            case StatementOvertaken it ->
                claims.held(it.statementId())
                        .map(held -> claims.holding(held.overtaken(it.overtakenAt())))
                        .orElse(claims);
            case ClaimsLeftOut _, StatementHeld _, StatementCleared _ -> claims;
        };
    }

    private static StatedClaim stated(
            String claimId,
            String key,
            String value,
            DepartmentCode department,
            String by,
            Instant at,
            @Nullable String evidence,
            @Nullable RequestId requestId,
            Standing standing) {
        return new StatedClaim(
                claimId, key, value, department, by, at, evidence, requestId, List.of(), List.of(), standing);
    }

    private static Claims superseded(Claims claims, ClaimSuperseded it) {
        return claims.changing(
                        it.claimId(), claim -> claim.standing(new Standing.Superseded(it.replacedBy(), it.reason())))
                .plus(stated(
                        it.replacedBy(),
                        it.key(),
                        it.newValue(),
                        it.department(),
                        it.by(),
                        it.supersededAt(),
                        it.evidence(),
                        it.requestId(),
                        new Standing.Live()));
    }

    /** Who agrees with the live value relies on it from now on. */
    private static Claims settled(Claims claims, ContestEnded ended) {
        Optional<StatedClaim> contested = claims.byId(ended.claimId()).filter(StatedClaim::contested);
        Optional<StatedClaim> agreed =
                contested.flatMap(claim -> claims.live(ended.key()).filter(live -> live.says(claim.value())));
        Claims after = contested.isPresent()
                ? claims.changing(ended.claimId(), claim -> claim.standing(new Standing.Settled()))
                : claims;
        return agreed.map(live -> after.changing(live.claimId(), claim -> claim.repeatedBy(ended.department())))
                .orElse(after);
    }

    private static Claims corrected(Claims claims, CustomerCorrected corrected) {
        String claimId = corrected.claimId();
        String value = corrected.value();
        Claims heard = claims.withoutHearing(corrected.key());
        return claimId == null || value == null
                ? heard.untold(corrected.key())
                : heard.telling(
                        new Told(corrected.key(), claimId, value, corrected.correctedAt(), corrected.channels()));
    }

    /** Whoever says it to the customer repeats it. */
    private static Claims said(Claims claims, StatementReleased released) {
        Claims after = claims;
        for (Citation cited : released.cites()) {
            List<Channel> channels = Stream.concat(
                            after.told(cited.key()).stream().flatMap(it -> it.channels().stream()),
                            Stream.of(released.channel()))
                    .distinct()
                    .toList();
            after = after.changing(cited.claimId(), claim -> claim.repeatedBy(released.department()))
                    .telling(new Told(cited.key(), cited.claimId(), cited.value(), released.releasedAt(), channels));
        }
        return after;
    }
}
