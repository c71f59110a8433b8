package io.redress.resolution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain of steps that decides when a promise can be kept: the longest way through them.
 *
 * @param end when its last step will be done by all that is known
 * @param steps ids in the order in which they are done
 */
public record CriticalPath(Instant end, List<String> steps) {
    public CriticalPath {
        steps = List.copyOf(steps);
    }

    /** By the dates that departments have named, as far as they have not passed, else by the days that were planned. */
    public static CriticalPath of(Promise promise, WorkingDays working) {
        Search search = new Search(promise, working);
        return promise.lines().stream()
                .map(line -> search.to(line.stepId()))
                .max(Comparator.comparing(CriticalPath::end))
                .orElseGet(() -> new CriticalPath(promise.made().madeAt(), List.of()));
    }

    private static final class Search {
        private final Promise promise;
        private final WorkingDays working;
        private final Map<String, CriticalPath> found = new HashMap<>();
        private final Set<String> entered = new HashSet<>();

        Search(Promise promise, WorkingDays working) {
            this.promise = promise;
            this.working = working;
        }

        /** Steps that wait for each other in a circle, or for one that is not there, wait for nothing. */
        CriticalPath to(String stepId) {
            CriticalPath known = found.get(stepId);
            PromiseLine line = promise.line(stepId).orElse(null);
            if (known != null || line == null || !entered.add(stepId)) {
                return known == null ? new CriticalPath(promise.made().madeAt(), List.of()) : known;
            }
            CriticalPath path = to(line);
            found.put(stepId, path);
            return path;
        }

        private CriticalPath to(PromiseLine line) {
            if (line.deliveredAt() != null) {
                return new CriticalPath(line.deliveredAt(), List.of(line.stepId()));
            }
            CriticalPath before = line.promised().after().stream()
                    .map(name -> to(name))
                    .max(Comparator.comparing(CriticalPath::end))
                    .filter(it -> it.end().isAfter(promise.made().madeAt()))
                    .orElseGet(() -> new CriticalPath(promise.made().madeAt(), List.of()));
            Instant byPlan = working.after(before.end(), line.promised().days());
            Instant named = line.expectedAt();
            if (named != null && !(isHeldUp(line) && byPlan.isAfter(named))) {
                return new CriticalPath(named, List.of(line.stepId()));
            }
            List<String> steps = new ArrayList<>(before.steps());
            steps.add(line.stepId());
            return new CriticalPath(byPlan, steps);
        }

        /** Whether a step before it is not done, so that its own date may rest on a plan that does not hold any more. */
        private boolean isHeldUp(PromiseLine line) {
            return line.promised().after().stream()
                    .anyMatch(it -> promise.line(it).filter(PromiseLine::open).isPresent());
        }
    }
}
