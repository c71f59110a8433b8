package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a department has stated it.
 *
 * @param key in its normal form
 * @param repeatedBy other departments that say the same or have told the customer so
 * @param clearances who has agreed to its being said
 */
public record StatedClaim(
        String claimId,
        String key,
        String value,
        DepartmentCode department,
        String by,
        Instant statedAt,
        @Nullable String evidence,
        @Nullable RequestId requestId,
        List<DepartmentCode> repeatedBy,
        List<Cleared> clearances,
        Standing standing) {

    /** Who has agreed. */
    public record Cleared(String gate, DepartmentCode department, String by, Instant at) {}

    public StatedClaim {
        repeatedBy = List.copyOf(repeatedBy);
        clearances = List.copyOf(clearances);
    }

    /** Whether it is the one value of its key. */
    public boolean live() {
        return standing instanceof Standing.Live;
    }

    boolean contested() {
        return standing instanceof Standing.Contested;
    }

    /** Whether it means the same. */
    boolean says(String other) {
        return PlainFact.sameValue(value, other);
    }

    boolean isFrom(DepartmentCode other) {
        return department.equals(other) || repeatedBy.contains(other);
    }

    boolean isClearedBy(DepartmentCode other) {
        return clearances.stream().anyMatch(it -> it.department().equals(other));
    }

    /** Whether it is the date of a promise, which has passed its gates as an option and changes only as a promise. */
    boolean isPromised() {
        return by.equals(DatingPromises.BY) && department.equals(DatingPromises.FRONT_DESK);
    }

    /** The gates that it has not passed yet. */
    public List<ClaimGate> missing() {
        return isPromised()
                ? List.of()
                : ClaimGate.of(key).stream()
                        .filter(gate -> !gate.passes(department) && !isClearedBy(gate.clears()))
                        .toList();
    }

    /** Whether its department has said something about it after that. */
    boolean isSpokenOfAfter(Instant said) {
        return standing instanceof Standing.Withdrawn(String reason, Instant at)
                        && at != null
                        && !reason.equals(Stating.ANEW)
                        && at.isAfter(said)
                || statedAt.isAfter(said);
    }

    /** Everybody who relies on it but {@code department}. */
    List<DepartmentCode> reliedOnExcept(DepartmentCode other) {
        return Stream.concat(Stream.of(department), repeatedBy.stream())
                .filter(it -> !it.equals(other))
                .distinct()
                .toList();
    }

    StatedClaim repeatedBy(DepartmentCode other) {
        if (isFrom(other)) {
            return this;
        }
        List<DepartmentCode> more = new ArrayList<>(repeatedBy);
        more.add(other);
        return new StatedClaim(
                claimId, key, value, department, by, statedAt, evidence, requestId, more, clearances, standing);
    }

    StatedClaim clearedBy(Cleared cleared) {
        List<Cleared> more = new ArrayList<>(clearances);
        more.add(cleared);
        return new StatedClaim(
                claimId, key, value, department, by, statedAt, evidence, requestId, repeatedBy, more, standing);
    }

    StatedClaim statedAt(Instant at) {
        return new StatedClaim(
                claimId, key, value, department, by, at, evidence, requestId, repeatedBy, clearances, standing);
    }

    StatedClaim standing(Standing next) {
        return new StatedClaim(
                claimId, key, value, department, by, statedAt, evidence, requestId, repeatedBy, clearances, next);
    }
}
