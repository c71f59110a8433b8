package io.redress.department.domain;

import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many of some are good.
 *
 * @param share from 0 to 1; absent where there are none
 */
public record Share(int good, int of, @Nullable Double share) {

    static <T> Share of(Collection<T> all, Predicate<T> isGood) {
        int good = (int) all.stream().filter(isGood).count();
        return new Share(good, all.size(), all.isEmpty() ? null : (double) good / all.size());
    }
}
