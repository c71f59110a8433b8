package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.resolution.domain.ClaimCommand.ClearClaim;
import io.redress.resolution.domain.ClaimCommand.ClearStatement;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.RefuseStatement;
import io.redress.resolution.domain.ClaimCommand.ReleaseStatement;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One truth: at most one live value of a key in a case, and nothing else is said over any channel (rule 7). */
final class Claiming implements Following {

    private final Duration toHear;

    /** @param toHear how long a customer who was told a wrong value waits for those inside */
    Claiming(Duration toHear) {
        this.toHear = toHear;
    }

    Decision<ResolutionFact> decide(ResolutionCase known, ClaimCommand command, Instant now) {
        Background background = known.background();
        if (background == null) {
            return Decision.reject(
                    "not-routed-yet", "Expected a case that routing has seen, but nobody is responsible for it yet.");
        }
        Unfolding unfolding = unfolding(known, background.caseId(), List.of(), now, toHear);
        return switch (command) {
            case MakeClaim it -> Stating.make(unfolding, it);
            case ClearClaim it -> ClearingClaims.clear(unfolding, it);
            case SupersedeClaim it -> Correcting.supersede(unfolding, it);
            case WithdrawClaim it -> Correcting.withdraw(unfolding, it);
            case HearCorrection it -> Correcting.hear(unfolding, it);
            case ReleaseStatement it -> Speaking.release(unfolding, known, it);
            case ClearStatement it -> ClearingStatements.clear(unfolding, known.progress(), it);
            case RefuseStatement it -> ClearingStatements.refuse(unfolding, it);
        };
    }

    /** What a department answers enters the same ledger; and who must be corrected is, as soon as everybody inside knows. */
    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(List<ResolutionFact> facts))) {
            return decided;
        }
        CaseId caseId = caseOf(before, command);
        if (caseId == null) {
            return decided;
        }
        Unfolding unfolding = unfolding(before, caseId, facts, now, toHear);
        if (command instanceof LearnAnswer(var answered)) {
            Stating.answered(unfolding, answered);
        }
        Correcting.theCustomer(unfolding);
        return unfolding.facts().isEmpty()
                ? decided
                : Decision.accept(Stream.concat(facts.stream(), unfolding.facts().stream())
                        .toList());
    }

    /** @param facts what has been decided and is seen by what follows */
    static Unfolding unfolding(
            ResolutionCase known, CaseId caseId, List<ResolutionFact> facts, Instant now, Duration toHear) {
        Claims claims = known.assurances().claims();
        Clearances clearances = known.assurances().clearances();
        for (ResolutionFact fact : facts) {
            claims = claims.after(fact);
            clearances = clearances.after(fact);
        }
        Background background = known.background();
        Stream<DepartmentCode> routed =
                known.assurances().clearances().known().routed().stream().map(Gate::department);
        return new Unfolding(
                caseId,
                claims,
                now,
                toHear,
                background == null
                        ? List.of()
                        : Stream.concat(background.involved().stream(), routed).toList(),
                clearances.sentBack());
    }

    /** An answer may be heard before routing is. */
    private static @Nullable CaseId caseOf(ResolutionCase before, ResolutionCommand command) {
        Background background = before.background();
        if (background != null) {
            return background.caseId();
        }
        return command instanceof LearnAnswer(var answered) ? answered.caseId() : null;
    }
}
