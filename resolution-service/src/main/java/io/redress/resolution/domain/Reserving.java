package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ReservationFact.ReservationBegun;
import java.time.Instant;
import java.util.List;

/** What is offered is there until the offer ends. */
final class Reserving implements Following, BeforeProposing {

    static Decision<ResolutionFact> decide(ResolutionCase known, ReservationCommand command, Instant now) {
        return Decision.accept(new ReservationBegun());
    }

    @Override
    public List<String> awaited(ResolutionCase known, SolutionsProposed draft) {
        return List.of();
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided;
    }
}
