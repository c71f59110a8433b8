package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case under all the rules, and what it has told. */
final class Ruled {
    private final ResolutionRules rules;
    private ResolutionCase known;
    private Instant now = Cases.NOW;
    final List<ResolutionEvent> told = new ArrayList<>();

    Ruled() {
        this(Cases.rules());
    }

    Ruled(ResolutionRules rules) {
        this.rules = rules;
        this.known = ResolutionRules.caseOf(rules.initialState());
    }

    Ruled after(ResolutionCommand... commands) {
        for (ResolutionCommand command : commands) {
            decide(command);
        }
        return this;
    }

    /** The code of the refusal; empty where it was accepted. */
    String decide(ResolutionCommand command) {
        return switch (rules.decide(known, command, now)) {
            case Decision.Rejected<ResolutionFact>(String code, String _) -> code;
            case Decision.Accepted<ResolutionFact>(List<ResolutionFact> facts) -> {
                for (ResolutionFact fact : facts) {
                    known = ResolutionRules.caseOf(rules.evolve(known, fact));
                    if (fact instanceof Published(ResolutionEvent event)) {
                        told.add(event);
                    }
                }
                yield "";
            }
        };
    }

    Ruled later(Duration more) {
        now = now.plus(more);
        return this;
    }

    /** As the clock of the service does it, once. */
    Ruled atNextDue() {
        now = nextDue().orElseThrow();
        return after(new ResolutionCommand.DeadlineReached());
    }

    Optional<Instant> nextDue() {
        return new ResolutionDefinition(rules).nextDue(known);
    }

    ResolutionCase known() {
        return known;
    }

    Progress progress() {
        return known.progress();
    }

    Clearances clearances() {
        return known.assurances().clearances();
    }

    SolutionsProposed proposal() {
        return ((Proposed) progress()).proposal();
    }

    Drafted draft() {
        return (Drafted) progress();
    }

    <T extends ResolutionEvent> List<T> told(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
