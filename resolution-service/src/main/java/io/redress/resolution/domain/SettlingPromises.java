package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseKept;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.resolution.domain.Promise.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** On time and in full, against what was wished, promised first and promised last (R139). Once missed stays missed. */
final class SettlingPromises {
    private SettlingPromises() {}

    /** What is to be told about it by now, each part once. */
    static List<PromiseEvent> settled(Promise promise, Instant now) {
        if (promise.standing() != Standing.OPEN) {
            return List.of();
        }
        CaseId caseId = promise.made().caseId();
        Instant until = promise.deliveredAt().orElse(now);
        List<PromiseEvent> events = new ArrayList<>();
        dates(promise).forEach((part, date) -> {
            if (until.isAfter(date)) {
                events.add(new PromiseMissed(caseId, promise.id(), part, date, date));
            }
        });
        if (promise.lines().stream().anyMatch(line -> !line.full()) && !promise.hasMissed(Part.FULL)) {
            events.add(new PromiseMissed(caseId, promise.id(), Part.FULL, promise.dueAt(), now));
        }
        promise.deliveredAt()
                .filter(at -> isKept(promise, at))
                .ifPresent(at -> events.add(new PromiseKept(
                        caseId,
                        promise.id(),
                        promise.made().optionId(),
                        !at.isAfter(promise.made().dueAt()),
                        at,
                        promise.made().requestedFor() == null
                                ? null
                                : !at.isAfter(promise.made().requestedFor()))));
        return events;
    }

    /** When the next date passes, of a promise or of a step; a date is met until its last moment. */
    static Optional<Instant> nextDue(Promises promises) {
        return promises.open().stream()
                .flatMap(promise -> Stream.concat(
                        dates(promise).values().stream().map(it -> it.plusMillis(1)),
                        promise.lines().stream().flatMap(line -> line.nextLook().stream())))
                .min(Comparator.naturalOrder());
    }

    private static boolean isKept(Promise promise, Instant deliveredAt) {
        return !deliveredAt.isAfter(promise.dueAt())
                && promise.lines().stream().allMatch(PromiseLine::full)
                && !promise.hasMissed(Part.LATEST)
                && !(promise.isAsFirstPromised() && promise.hasMissed(Part.ORIGINAL));
    }

    /** The dates that have not been missed yet. */
    private static Map<Part, Instant> dates(Promise promise) {
        Map<Part, Instant> dates = new EnumMap<>(Part.class);
        Optional.ofNullable(promise.made().requestedFor()).ifPresent(it -> dates.put(Part.REQUESTED, it));
        dates.put(Part.ORIGINAL, promise.made().dueAt());
        if (!promise.isAsFirstPromised()) {
            dates.put(Part.LATEST, promise.dueAt());
        }
        Stream.of(Part.values()).filter(promise::hasMissed).forEach(dates::remove);
        return dates;
    }
}
