package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PromiseEvent;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One case under all rules, from its routing on, and all that was told about it. */
final class CarriedOut {
    private final ResolutionRules rules = Cases.rules();
    private final List<CaseEvent> told = new ArrayList<>();
    private ResolutionState state = rules.initialState();
    private Instant now = Cases.NOW;

    /** A case in which the customer has chosen the first of these ideas of finance. */
    static CarriedOut chosen(OptionIdea... ideas) {
        CarriedOut it = new CarriedOut();
        it.hear(routed(FINANCE));
        it.hear(answered(1, FINANCE, true, ideas));
        it.told.clear();
        it.hear(new Choose("p1", "o1", "webshop"));
        return it;
    }

    /** What follows, as far as it is told; refusals are errors of the test. */
    List<CaseEvent> hear(ResolutionCommand command) {
        List<CaseEvent> events = new ArrayList<>();
        for (ResolutionFact fact : facts(command)) {
            state = rules.evolve(state, fact);
            // What is promised meanwhile is another matter.
            if (fact instanceof Published(var event) && !(event instanceof PromiseEvent)) {
                events.add(event);
            }
        }
        told.addAll(events);
        return events;
    }

    List<ResolutionFact> facts(ResolutionCommand command) {
        return switch (rules.decide(state, command, now)) {
            case Decision.Accepted<ResolutionFact>(var facts) -> facts;
            case Decision.Rejected<ResolutionFact>(var code, var why) -> throw new AssertionError(code + ": " + why);
        };
    }

    List<CaseEvent> told() {
        return told;
    }

    <T extends CaseEvent> List<T> told(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    ResolutionCase known() {
        return ResolutionRules.caseOf(state);
    }

    Executions executions() {
        return known().assurances().executions();
    }

    Instant now() {
        return now;
    }

    /** Which try of a remedy is the present one. */
    int tries(String remedyId) {
        return sending(remedyId).tries();
    }

    Sending sending(String remedyId) {
        return Objects.requireNonNull(
                executions().stepOfRemedy(remedyId).orElseThrow().sending());
    }

    /** The provider says when asked that it does not have it. */
    static ExecutionCommand denied(String remedyId, int tries) {
        return new ExecutionCommand.NoteRemedyNeverOrdered(remedyId, tries, true, null);
    }

    void waitUntil(Instant later) {
        now = later.isAfter(now) ? later : now;
    }
}
