package io.redress.resolution.domain;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.resolution.domain.Promise.Estimate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Told as soon as known (rule 8): a date that cannot be kept by all that is known. A slip that has slack is nobody's news. */
final class HonestyClock {
    private final WorkingDays working;

    HonestyClock(WorkingDays working) {
        this.working = working;
    }

    /** Empty where the promise can still be kept, or where this date has been told already. */
    Optional<Slip> slip(Promise promise) {
        CriticalPath path = CriticalPath.of(promise, working);
        Estimate overall = promise.overall();
        boolean byEstimate = overall != null && overall.dueAt().isAfter(path.end());
        Instant end = byEstimate ? Objects.requireNonNull(overall).dueAt() : path.end();
        // Of a last step that is late nobody knows a date; that the promise is missed is told when its own has passed.
        boolean dateless = !byEstimate && decisive(promise, path).isOverdue();
        if (dateless || !end.isAfter(promise.dueAt())) {
            return Optional.empty();
        }
        Evidence evidence = byEstimate ? Objects.requireNonNull(overall).evidence() : evidence(promise, path);
        return Optional.of(new Slip(
                promise,
                Dimension.TIME,
                end,
                null,
                null,
                evidence,
                firstSeen(promise, path, evidence),
                path.steps(),
                null));
    }

    /** The last step that decides about the date. */
    PromiseLine decisive(Promise promise) {
        return decisive(promise, CriticalPath.of(promise, working));
    }

    private static PromiseLine decisive(Promise promise, CriticalPath path) {
        return path.steps().isEmpty()
                ? promise.lines().getFirst()
                : promise.line(path.steps().getLast()).orElseThrow();
    }

    /** What was said last about the steps that decide has made the difference. */
    private static Evidence evidence(Promise promise, CriticalPath path) {
        return onPath(promise, path)
                .flatMap(line -> Stream.of(Optional.ofNullable(line.evidence()), late(line), overdue(line))
                        .flatMap(Optional::stream))
                .max(Comparator.comparing(Evidence::at))
                .orElseGet(() -> Evidence.date(
                        promise.id(),
                        promise.made().madeAt(),
                        decisive(promise, path).promised().department(),
                        "The steps take longer than the option says."));
    }

    private static Optional<Evidence> late(PromiseLine line) {
        return Optional.ofNullable(line.deliveredAt())
                .map(at -> Evidence.date(
                        line.request() == null
                                ? line.stepId()
                                : Objects.requireNonNull(line.request()).value(),
                        at,
                        line.promised().department(),
                        "A step before it was done later than planned."));
    }

    private static Optional<Evidence> overdue(PromiseLine line) {
        return Optional.ofNullable(line.isOverdue() ? line.overdueAt() : null)
                .map(at -> new Evidence(
                        line.request() == null
                                ? line.stepId()
                                : Objects.requireNonNull(line.request()).value(),
                        at,
                        line.promised().department(),
                        Kind.DELAY,
                        true,
                        "The date of a step before it has passed, and it is not done."));
    }

    private static Instant firstSeen(Promise promise, CriticalPath path, Evidence evidence) {
        return onPath(promise, path)
                .flatMap(line -> Stream.ofNullable(line.doubt()))
                .map(Evidence::at)
                .filter(at -> at.isBefore(evidence.at()))
                .min(Comparator.naturalOrder())
                .orElse(evidence.at());
    }

    private static Stream<PromiseLine> onPath(Promise promise, CriticalPath path) {
        List<String> steps = path.steps();
        return promise.lines().stream().filter(line -> steps.contains(line.stepId()));
    }
}
