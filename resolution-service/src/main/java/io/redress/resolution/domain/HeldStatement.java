package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say to the customer, and who must agree before it is said.
 *
 * @param statement as it will be said; {@code releasedAt} is when it was asked for
 * @param awaits who has not agreed yet
 * @param clearances who has
 * @param overtakenAt when a fact in it had changed, so that nobody can agree any more; absent where all of them hold
 */
public record HeldStatement(
        ReleasedStatement statement,
        List<Awaited> awaits,
        List<Cleared> clearances,
        @Nullable Instant overtakenAt) {

    /**
     * A gate.
     *
     * @param department who may clear it; absent where anybody else does
     */
    public record Awaited(String gate, @Nullable DepartmentCode department, String reason) {
        boolean isFor(DepartmentCode clearing) {
            return department == null || Objects.requireNonNull(department).equals(clearing);
        }
    }

    /** Who has agreed, for whom, and to which gates. */
    public record Cleared(List<String> gates, DepartmentCode department, String by, Instant at) {
        public Cleared {
            gates = List.copyOf(gates);
        }
    }

    public HeldStatement {
        awaits = List.copyOf(awaits);
        clearances = List.copyOf(clearances);
    }

    /** One in which all facts hold. */
    HeldStatement(ReleasedStatement statement, List<Awaited> awaits, List<Cleared> clearances) {
        this(statement, awaits, clearances, null);
    }

    HeldStatement overtaken(Instant at) {
        return new HeldStatement(statement, awaits, clearances, at);
    }

    HeldStatement cleared(Cleared more) {
        return new HeldStatement(
                statement,
                awaits.stream().filter(it -> !more.gates().contains(it.gate())).toList(),
                Stream.concat(clearances.stream(), Stream.of(more)).toList(),
                overtakenAt);
    }
}
