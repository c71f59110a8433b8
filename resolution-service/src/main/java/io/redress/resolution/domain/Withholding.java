package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;

/**
 * While the remedy of an incident is on its way to a customer, nothing else is proposed or chosen: equal failure, equal
 * compensation. What was chosen before goes on, and so does what is offered in its place.
 */
final class Withholding implements Following {

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (before.assurances().membership().withholds() && isFirstChoice(before, command, decided)) {
            return Decision.reject(
                    "incident-remedy-expected",
                    "Expected a case without a remedy on its way, but that of its incident is, which everybody affected"
                            + " receives.");
        }
        boolean unseen = before.progress() instanceof Gathering || before.progress() instanceof Drafted;
        return unseen && decided instanceof Decision.Accepted<ResolutionFact>(var facts) && withheldAfter(before, facts)
                ? Decision.accept(facts.stream()
                        .filter(fact -> !(fact instanceof Published(SolutionsProposed _)))
                        .toList())
                : decided;
    }

    private static boolean isFirstChoice(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided) {
        return command instanceof Choose
                && before.progress().carriedOut().isEmpty()
                && decided instanceof Decision.Accepted<ResolutionFact>(var facts)
                && facts.stream().anyMatch(it -> it instanceof Published(OptionChosen _));
    }

    static boolean withheldAfter(ResolutionCase before, List<ResolutionFact> facts) {
        Membership then = before.assurances().membership();
        for (ResolutionFact fact : facts) {
            then = then.after(fact);
        }
        return then.withholds();
    }
}
