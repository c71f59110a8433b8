package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.StatementOvertaken;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Nobody is waited for to agree to what cannot be said any more: a fact in it has changed, and it is written anew. */
final class OvertakenStatements implements Following {
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    OvertakenStatements(Evolving evolve) {
        this.evolve = evolve;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts)) || facts.isEmpty()) {
            return decided;
        }
        ResolutionCase then = evolve.afterAll(before, facts);
        Background background = then.background();
        if (background == null) {
            return decided;
        }
        Claims claims = then.assurances().claims();
        List<ResolutionFact> overtaken = claims.held().stream()
                .filter(it -> it.overtakenAt() == null && !changed(claims, it).isEmpty())
                .<ResolutionFact>map(it -> new Published(new StatementOvertaken(
                        background.caseId(),
                        it.statement().statementId(),
                        changed(claims, it),
                        it.statement().department(),
                        now)))
                .toList();
        return overtaken.isEmpty()
                ? decided
                : Decision.accept(
                        Stream.concat(facts.stream(), overtaken.stream()).toList());
    }

    /** The keys of its facts that are not the live ones. A claim that was live once never is again. */
    private static List<String> changed(Claims claims, HeldStatement held) {
        return held.statement().cites().stream()
                .filter(cited -> claims.live(cited.key())
                        .filter(live -> live.claimId().equals(cited.claimId()))
                        .isEmpty())
                .map(Citation::key)
                .distinct()
                .toList();
    }
}
