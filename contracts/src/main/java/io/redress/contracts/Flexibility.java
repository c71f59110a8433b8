package io.redress.contracts;

import io.redress.contracts.DeviationEvent.Dimension;
import java.util.List;

/**
 * How far a proposal can still be bargained over (R109, R148).
 *
 * @param roundsLeft how often the customer may still counter or decline it
 * @param wants in which of time, cost and quality something else may be wanted
 */
public record Flexibility(int roundsLeft, List<Dimension> wants) {
    public Flexibility {
        Bounds.between("rounds left", 0, roundsLeft, Integer.MAX_VALUE);
        wants = List.copyOf(wants);
    }
}
