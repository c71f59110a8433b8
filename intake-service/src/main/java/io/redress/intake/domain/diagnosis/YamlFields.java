package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The fields of one part of a YAML file. Whatever is missing, wrong or unknown is refused in one sentence that says where. */
public final class YamlFields {

    private final String where;
    private final Map<?, ?> fields;
    private final Set<String> known = new HashSet<>();

    private YamlFields(String where, @Nullable Object content) {
        this.where = where;
        if (!(content instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("Expected fields in " + where + ", but got " + content);
        }
        this.fields = map;
    }

    /** Reads a whole file; {@code path} is how it is called in refusals. */
    public static YamlFields read(String path, String content) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new YamlFields(path, new Yaml(new SafeConstructor(options)).load(content));
        } catch (YAMLException unreadable) {
            throw new IllegalArgumentException(
                    "Expected YAML in " + path + ", but " + unreadable.getMessage(), unreadable);
        }
    }

    /** The same fields under a better name, once their id is known. */
    YamlFields named(String name) {
        return new YamlFields(name, fields);
    }

    /** A text that says something. */
    public String text(String field) {
        return optional(field, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> refused("a text in \"" + field + "\""));
    }

    String possiblyEmptyText(String field) {
        return optional(field, String.class).orElseThrow(() -> refused("a text in \"" + field + "\", at least \"\""));
    }

    Optional<Boolean> flag(String field) {
        return optional(field, Boolean.class);
    }

    /** Whether there is such a field. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** A number within bounds, both included. */
    public double number(String field, double from, double to) {
        double value = optional(field, Number.class).map(Number::doubleValue).orElse(Double.NaN);
        if (!(value >= from && value <= to)) {
            throw refused("a number from " + from + " to " + to + " in \"" + field + "\"");
        }
        return value;
    }

    /** A block of words separated by white space. */
    public List<String> words(String field) {
        return List.of(text(field).strip().split("\\s+", -1));
    }

    /** A block of entries separated by commas or line ends. */
    List<String> entries(String field) {
        var entries = new ArrayList<String>();
        for (var entry : text(field).split("[,\\n]", -1)) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    /** A list of at least one text. */
    public List<String> texts(String field) {
        List<?> list = optional(field, List.class).orElse(List.of());
        if (list.isEmpty() || !list.stream().allMatch(entry -> entry instanceof String text && !text.isBlank())) {
            throw refused("at least one text in \"" + field + "\"");
        }
        return list.stream().map(Object::toString).toList();
    }

    /** The fields below a field. */
    public YamlFields part(String field) {
        return new YamlFields(where + " at \"" + field + "\"", value(field));
    }

    /** A list of parts, each with fields. */
    public List<YamlFields> parts(String field) {
        var parts = new ArrayList<YamlFields>();
        for (Object part : optional(field, List.class).orElseThrow(() -> refused("a list in \"" + field + "\""))) {
            parts.add(new YamlFields(where + " at \"" + field + "\" number " + (parts.size() + 1), part));
        }
        return parts;
    }

    /** These fields are somebody else's to read. */
    public void leaveToOthers(String... fields) {
        known.addAll(List.of(fields));
    }

    /** Call it last: a field that nobody asked for is a typing mistake. */
    public void expectNothingElse() {
        for (var field : fields.keySet()) {
            if (!known.contains(String.valueOf(field))) {
                throw refused("only the fields " + new TreeSet<>(known) + ", but got \"" + field + "\"");
            }
        }
    }

    /** An error that says where in the file what was expected. */
    public IllegalArgumentException refused(String expected) {
        return new IllegalArgumentException("Expected in " + where + ": " + expected);
    }

    private <T> Optional<T> optional(String field, Class<T> type) {
        var value = value(field);
        if (value != null && !type.isInstance(value)) {
            throw refused("another kind of value in \"" + field + "\", but got " + value);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private @Nullable Object value(String field) {
        known.add(field);
        return fields.get(field);
    }
}
