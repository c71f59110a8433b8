package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.ResolutionEvent;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;

/** A case under all the rules, and what it tells. */
final class Told {
    private final ResolutionRules rules = Cases.rules();
    private ResolutionState state = rules.initialState();

    /** One whose customer may choose this. */
    static Told proposing(OptionIdea idea) {
        Told told = new Told();
        told.hears(NOW, routed(FINANCE));
        told.hears(NOW, answered(1, FINANCE, true, idea));
        return told;
    }

    /** One whose customer has chosen an option of these steps. */
    static Told promising(int days, PlannedStep... steps) {
        Told told = proposing(new OptionIdea("repair", "We repair it.", null, days, null, null, List.of(steps), null));
        told.hears(NOW, new Choose("p1", "o1", "webshop"));
        return told;
    }

    /** What it tells because of this. */
    List<ResolutionEvent> hears(Instant now, ResolutionCommand command) {
        Decision<ResolutionFact> decision = rules.decide(state, command, now);
        if (!(decision instanceof Decision.Accepted<ResolutionFact>(List<ResolutionFact> facts))) {
            throw new AssertionError(decision);
        }
        facts.forEach(fact -> state = rules.evolve(state, fact));
        return facts.stream()
                .flatMap(fact -> fact instanceof Published(ResolutionEvent event)
                        ? java.util.stream.Stream.of(event)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    Decision<ResolutionFact> decides(Instant now, ResolutionCommand command) {
        return rules.decide(state, command, now);
    }

    /** Where it is found. */
    List<IndexEntry> entries() {
        return new ResolutionDefinition(rules).entries(Cases.CASE.value(), state);
    }

    ResolutionCase known() {
        return ResolutionRules.caseOf(state);
    }

    Promises promises() {
        return known().assurances().promises();
    }

    Promise promise() {
        return promises().all().getLast();
    }

    static <T> T first(List<ResolutionEvent> events, Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
