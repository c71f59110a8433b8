package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceFact.ClearanceBegun;
import java.time.Instant;
import java.util.List;

/** Gates before words: nothing that needs a clearance reaches a customer before it (rule 6). */
final class Clearing implements Following, BeforeProposing {

    static Decision<ResolutionFact> decide(ResolutionCase known, ClearanceCommand command, Instant now) {
        return Decision.accept(new ClearanceBegun());
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
