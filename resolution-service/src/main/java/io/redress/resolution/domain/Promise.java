package io.redress.resolution.domain;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer may count on, and how it stands.
 *
 * @param dueAt the date that was promised last
 * @param overall when the case as a whole is expected to be done; absent where nobody has estimated that
 * @param slips what was told about it, the latest {@value #MOST_REMEMBERED}
 * @param corrections likewise
 * @param told how often it was told that it cannot be kept as it was
 * @param missed each part once
 */
public record Promise(
        PromiseMade made,
        Instant dueAt,
        Standing standing,
        List<PromiseLine> lines,
        @Nullable Estimate overall,
        List<PromiseInfeasible> slips,
        List<PromiseCorrected> corrections,
        int told,
        List<Part> missed) {

    static final int MOST_REMEMBERED = 20;

    /** What became of it. */
    public enum Standing {
        OPEN,
        KEPT,
        /** A step of it has failed for good. */
        BROKEN,
        /** The customer has chosen something else. */
        RELEASED
    }

    /** When all of it is expected to be done. */
    public record Estimate(Instant dueAt, Evidence evidence) {}

    public Promise {
        lines = List.copyOf(lines);
        slips = List.copyOf(slips);
        corrections = List.copyOf(corrections);
        missed = List.copyOf(missed);
    }

    static Promise of(PromiseMade made) {
        return new Promise(
                made,
                made.dueAt(),
                Standing.OPEN,
                made.lines().stream().map(PromiseLine::of).toList(),
                null,
                List.of(),
                List.of(),
                0,
                List.of());
    }

    public String id() {
        return made.promiseId();
    }

    /** Whether anybody still works for it. */
    public boolean open() {
        return standing == Standing.OPEN && lines.stream().anyMatch(PromiseLine::open);
    }

    /** When the last line was delivered; empty while one is open. */
    public Optional<Instant> deliveredAt() {
        return lines.stream().anyMatch(PromiseLine::open)
                ? Optional.empty()
                : lines.stream()
                        .map(line -> Objects.requireNonNull(line.deliveredAt()))
                        .max(Comparator.naturalOrder());
    }

    public boolean hasMissed(Part part) {
        return missed.contains(part);
    }

    /** Whether the date that was promised last is the one that was promised first. */
    boolean isAsFirstPromised() {
        return dueAt.equals(made.dueAt());
    }

    Optional<PromiseLine> line(String stepId) {
        return lines.stream().filter(it -> it.stepId().equals(stepId)).findFirst();
    }

    Optional<PromiseLine> line(RequestId request, @Nullable String stepId) {
        return lines.stream()
                .filter(it -> it.stepId().equals(stepId) || request.equals(it.request()))
                .findFirst();
    }

    Promise slipped(PromiseInfeasible slip) {
        boolean moves = slip.dimension() == Dimension.TIME && slip.newDueAt() != null;
        return new Promise(
                made,
                moves ? Objects.requireNonNull(slip.newDueAt()) : dueAt,
                standing,
                lines.stream().map(PromiseLine::told).toList(),
                overall,
                latest(slips, slip),
                corrections,
                told + 1,
                missed);
    }

    Promise corrected(PromiseCorrected correction) {
        return new Promise(
                made,
                correction.dueAt(),
                standing,
                lines,
                overall,
                slips,
                latest(corrections, correction),
                told,
                missed);
    }

    Promise estimated(@Nullable Estimate estimate) {
        return new Promise(made, dueAt, standing, lines, estimate, slips, corrections, told, missed);
    }

    Promise missing(Part part) {
        return new Promise(
                made,
                dueAt,
                standing,
                lines,
                overall,
                slips,
                corrections,
                told,
                hasMissed(part)
                        ? missed
                        : Stream.concat(missed.stream(), Stream.of(part)).toList());
    }

    Promise ended(Standing how) {
        return new Promise(made, dueAt, how, lines, overall, slips, corrections, told, missed);
    }

    Promise with(String stepId, UnaryOperator<PromiseLine> change) {
        return new Promise(
                made,
                dueAt,
                standing,
                lines.stream()
                        .map(it -> it.stepId().equals(stepId) ? change.apply(it) : it)
                        .toList(),
                overall,
                slips,
                corrections,
                told,
                missed);
    }

    private static <T> List<T> latest(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next))
                .skip(Math.max(0, before.size() + 1 - MOST_REMEMBERED))
                .toList();
    }
}
