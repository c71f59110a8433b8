package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How long the latest work of each department took, whatever it was about. */
final class Finished implements KnownWork {
    private static final int LATEST = 500;

    private final Map<DepartmentCode, Deque<Duration>> latest = new HashMap<>();
    /** Sorting is dear, and a few more pieces of work change little. */
    private final Map<DepartmentCode, Comparables> remembered = new HashMap<>();

    private int added;

    void add(DepartmentCode department, Duration took) {
        Deque<Duration> all = latest.computeIfAbsent(department, _ -> new ArrayDeque<>());
        all.add(took);
        if (all.size() > LATEST) {
            all.remove();
        }
        if (all.size() < 2 * Comparables.FEWEST || ++added % 20 == 0) {
            remembered.remove(department);
        }
    }

    @Override
    public Optional<Comparables> comparableTo(Request.Ask ask) {
        return Optional.of(remembered.computeIfAbsent(
                ask.department(),
                it -> new Comparables(
                        Comparables.Scope.KIND, List.copyOf(latest.getOrDefault(it, new ArrayDeque<>())))));
    }

    @Override
    public OptionalInt position(Request.Ask ask) {
        return OptionalInt.empty();
    }
}
