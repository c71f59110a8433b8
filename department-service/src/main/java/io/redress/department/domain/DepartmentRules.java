package io.redress.department.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** All the rules of the department service: those for cases, and those for what is known beside them. */
public final class DepartmentRules implements Decider<DepartmentState, DepartmentCommand, DepartmentFact> {
    private final Decider<DepartmentCase, DepartmentCommand, DepartmentFact> ofCases;

    public DepartmentRules(Decider<DepartmentCase, DepartmentCommand, DepartmentFact> ofCases) {
        this.ofCases = ofCases;
    }

    @Override
    public DepartmentState initialState() {
        return ofCases.initialState();
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentState state, DepartmentCommand command, Instant now) {
        return switch (command) {
            case CharterCommand charter -> Chartering.decide(state, charter, now);
            case UrgencyWeekCommand it -> Spending.decide(state, it);
            case ThanksWeekCommand it -> ThanksWeek.decide(state, it);
            default -> ofCases.decide(caseOf(state), command, now);
        };
    }

    @Override
    public DepartmentState evolve(DepartmentState state, DepartmentFact fact) {
        return switch (fact) {
            case CharterFact charter -> CharterBook.after(state, charter);
            case UrgencyWeekFact it -> Spending.after(state, it);
            case ThanksWeekFact it -> ThanksWeek.after(state, it);
            default -> ofCases.evolve(caseOf(state), fact);
        };
    }

    /** The case under this id; an unknown one where something else is. */
    public static DepartmentCase caseOf(DepartmentState state) {
        return state instanceof DepartmentCase known ? known : DepartmentCase.EMPTY;
    }
}
