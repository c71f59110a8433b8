package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ClearanceFact.CircumstancesLearned;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What routing knows of a case is known before anything about it is proposed. */
final class NotingCircumstances implements Following {

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        return learned(before, command)
                .<Decision<ResolutionFact>>map(circumstances -> {
                    List<ResolutionFact> all = new ArrayList<>();
                    all.add(new CircumstancesLearned(circumstances));
                    all.addAll(facts);
                    return Decision.accept(all);
                })
                .orElse(decided);
    }

    private static Optional<Circumstances> learned(ResolutionCase before, ResolutionCommand command) {
        Clearances clearances = before.assurances().clearances();
        return switch (command) {
            case LearnRouting(var routed)
            when clearances.circumstances() == null -> Optional.of(Circumstances.of(routed));
            case LearnRerouting(var rerouted) -> Optional.of(clearances.known().after(rerouted));
            default -> Optional.empty();
        };
    }
}
