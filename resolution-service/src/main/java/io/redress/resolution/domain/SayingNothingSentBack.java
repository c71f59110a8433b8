package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.RequestId;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was said in an answer that has gone back is not said to the customer before it was answered anew. */
final class SayingNothingSentBack implements Following {

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided instanceof Decision.Accepted<ResolutionFact>(var facts)
                ? sentBack(before, facts)
                        .map(it -> Decision.<ResolutionFact>reject(
                                "not-sayable",
                                "Expected a claim that stands, but the answer that says " + it.key()
                                        + " was sent back and not given anew."))
                        .orElse(decided)
                : decided;
    }

    private static Optional<StatedClaim> sentBack(ResolutionCase before, List<ResolutionFact> facts) {
        List<RequestId> sentBack = before.assurances().clearances().sentBack();
        return facts.stream()
                .flatMap(fact -> fact instanceof Published(StatementReleased released)
                        ? released.cites().stream()
                        : Stream.empty())
                .flatMap(it -> before.assurances().claims().byId(it.claimId()).stream())
                .filter(it -> it.requestId() != null && sentBack.contains(it.requestId()))
                .findFirst();
    }
}
