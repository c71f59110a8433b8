package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A department that is played.
 *
 * @param capacity how many requests it works on at a time, 1 to 10,000
 * @param work how long a request takes it, in its working time
 * @param charters what it publishes later on
 */
record DepartmentPlan(DepartmentCode code, int capacity, Spread work, Habits habits, List<NextCharter> charters) {
    private static final int MOST_CAPACITY = 10_000;

    DepartmentPlan(
            DepartmentCode code,
            int capacity,
            Spread work,
            @Nullable Habits habits,
            @Nullable List<NextCharter> charters) {
        this.code = code;
        this.capacity = capacity;
        this.work = work;
        this.habits = Objects.requireNonNullElse(habits, Habits.NONE);
        this.charters = charters == null ? List.of() : List.copyOf(charters);
    }

    /** A department that nobody has described: enough people, and no bad habits. */
    static DepartmentPlan usual(DepartmentCode code) {
        return new DepartmentPlan(code, 5, new Spread(60, 240), Habits.NONE, null);
    }

    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            flaws.add("Expected a capacity of 1 to 10,000, but got " + capacity);
        }
        if (!work.isSpread()) {
            flaws.add("In work: " + Spread.EXPECTED);
        }
        flaws.addAll(habits.flaws(code));
        charters.forEach(it -> flaws.addAll(it.flaws()));
        return flaws.stream().map(it -> code + ": " + it).toList();
    }

    DepartmentPlan with(Habits next) {
        return new DepartmentPlan(code, capacity, work, next, charters);
    }

    DepartmentPlan withCapacity(int next) {
        return new DepartmentPlan(code, next, work, habits, charters);
    }
}
