package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.OptionIdea;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that cannot be fulfilled under the time, cost or quality that holds (R123).
 *
 * @param id of the document that keeps it
 * @param restsOn what a promise must rest on to be concerned, all of it, as {@link Promises#restsOn} says it
 * @param touched which standards, at most one of each dimension
 * @param alternatives what customers may choose in its place; empty where nobody has an idea
 * @param department that says so
 */
public record ImpossibleOrder(
        String id,
        List<String> restsOn,
        List<Touched> touched,
        String reason,
        List<OptionIdea> alternatives,
        DepartmentCode department,
        String by,
        Instant declaredAt) {

    /**
     * One standard that is not kept.
     *
     * @param newDueAt when it will be; absent where time is not touched
     * @param was how much or how good it was to be; absent where time is touched
     * @param becomes how much or how good it will be; absent likewise
     */
    public record Touched(
            Dimension dimension,
            @Nullable Instant newDueAt,
            @Nullable String was,
            @Nullable String becomes) {
        Kind kind() {
            return switch (dimension) {
                case TIME -> Kind.DELAY;
                case COST -> Kind.FINANCIAL;
                case QUALITY -> Kind.INCOMPLETE;
            };
        }
    }

    public ImpossibleOrder {
        restsOn = List.copyOf(restsOn);
        touched = List.copyOf(touched);
        alternatives = List.copyOf(alternatives);
    }

    /** Whether it is the same order, whenever it was declared. */
    boolean isSameAs(ImpossibleOrder other) {
        return restsOn.equals(other.restsOn)
                && touched.equals(other.touched)
                && reason.equals(other.reason)
                && alternatives.equals(other.alternatives)
                && department.equals(other.department);
    }

    Evidence evidence(Touched it) {
        return new Evidence(id, declaredAt, department, it.kind(), false, reason);
    }
}
