package io.redress.department.application;

import io.redress.department.domain.Filled;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that nobody had to fill in.
 *
 * @param source where the case says it
 */
public record FilledView(String field, String value, String source) {

    /** As they were looked up. */
    public static List<FilledView> of(List<Filled> filled) {
        return filled.stream()
                .map(it -> new FilledView(it.field(), it.value(), it.source()))
                .toList();
    }

    /** Those of a request; absent where there are none. */
    static @Nullable List<FilledView> of(Map<String, String> fields, @Nullable Map<String, String> sources) {
        return sources == null
                ? null
                : sources.entrySet().stream()
                        .filter(it -> fields.containsKey(it.getKey()))
                        .map(it -> new FilledView(it.getKey(), fields.getOrDefault(it.getKey(), ""), it.getValue()))
                        .toList();
    }
}
