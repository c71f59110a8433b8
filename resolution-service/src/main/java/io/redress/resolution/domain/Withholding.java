package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;

/** While the remedy of an incident is on its way to a customer, nothing else is proposed: equal failure, equal compensation. */
final class Withholding implements Following {

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        boolean unseen = before.progress() instanceof Gathering || before.progress() instanceof Drafted;
        return unseen && decided instanceof Decision.Accepted<ResolutionFact>(var facts) && withheldAfter(before, facts)
                ? Decision.accept(facts.stream()
                        .filter(fact -> !(fact instanceof Published(SolutionsProposed _)))
                        .toList())
                : decided;
    }

    static boolean withheldAfter(ResolutionCase before, List<ResolutionFact> facts) {
        Membership then = before.assurances().membership();
        for (ResolutionFact fact : facts) {
            then = then.after(fact);
        }
        return then.withholds();
    }
}
