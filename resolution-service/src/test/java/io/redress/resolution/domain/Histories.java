package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;
import java.util.List;

/** Brings a resolution to where a test begins, by deciding. */
final class Histories {
    private Histories() {}

    static Progress after(Instant now, List<ResolutionCommand> commands) {
        Progress state = Cases.decider().initialState();
        for (ResolutionCommand command : commands) {
            state = after(state, command, now);
        }
        return state;
    }

    static Progress after(Progress state, ResolutionCommand command, Instant now) {
        Progress next = state;
        for (ResolutionFact fact : facts(Cases.decider().decide(state, command, now))) {
            next = Cases.decider().evolve(next, fact);
        }
        return next;
    }

    private static List<ResolutionFact> facts(Decision<ResolutionFact> decision) {
        return switch (decision) {
            case Decision.Accepted<ResolutionFact>(List<ResolutionFact> facts) -> facts;
            case Decision.Rejected<ResolutionFact>(String code, String why) ->
                throw new AssertionError(code + ": " + why);
        };
    }
}
