package io.redress.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares a schema with its released copy and says, in sentences, what those who rely on the copy would miss. */
final class Compatibility {
    private static final List<String> SAME = List.of("type", "format", "const");
    private static final List<String> LOWER =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final List<String> UPPER =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private final JsonNode releasedValues;
    private final JsonNode currentValues;
    private final boolean published;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode releasedValues, JsonNode currentValues, boolean published) {
        this.releasedValues = releasedValues;
        this.currentValues = currentValues;
        this.published = published;
    }

    /**
     * What breaks between two versions of a schema; empty where nothing does.
     *
     * @param published true for what we send: there, a field that may now be absent is a break, too
     */
    static List<String> breaks(
            String name,
            JsonNode released,
            JsonNode releasedValues,
            JsonNode current,
            JsonNode currentValues,
            boolean published) {
        Compatibility comparison = new Compatibility(releasedValues, currentValues, published);
        comparison.compare(name, released, current);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String where, JsonNode releasedAsWritten, JsonNode currentAsWritten) {
        JsonNode released = resolved(releasedAsWritten, releasedValues);
        JsonNode current = resolved(currentAsWritten, currentValues);
        for (String keyword : SAME) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                differs(where, keyword, released, current);
            }
        }
        if (current.has("pattern") && !current.path("pattern").equals(released.path("pattern"))) {
            differs(where, "pattern", released, current);
        }
        LOWER.forEach(bound -> bound(where, bound, released, current, 1));
        UPPER.forEach(bound -> bound(where, bound, released, current, -1));
        enumeration(where, released, current);
        required(where, released, current);
        properties(where, released, current);
        if (released.has("items") || current.has("items")) {
            compare(where + "[]", released.path("items"), current.path("items"));
        }
    }

    private void bound(String where, String keyword, JsonNode released, JsonNode current, int tighter) {
        if (current.has(keyword)
                && (!released.has(keyword)
                        || Integer.signum(Double.compare(
                                        current.path(keyword).doubleValue(),
                                        released.path(keyword).doubleValue()))
                                == tighter)) {
            differs(where, keyword, released, current);
        }
    }

    private void enumeration(String where, JsonNode released, JsonNode current) {
        if (!current.has("enum")) {
            return;
        }
        if (!released.has("enum")) {
            say(where, "any value was allowed and now only " + shown(current, "enum"));
        }
        Set<String> left = strings(current, "enum");
        strings(released, "enum").stream()
                .filter(value -> !left.contains(value))
                .forEach(value -> say(where, "the value " + value + " is not allowed any more"));
    }

    private void required(String where, JsonNode released, JsonNode current) {
        Set<String> before = strings(released, "required");
        Set<String> now = strings(current, "required");
        now.stream()
                .filter(field -> !before.contains(field))
                .forEach(field -> say(where + "/" + field, "the field is required now and was not"));
        before.stream()
                .filter(field -> published && !now.contains(field))
                .forEach(field -> say(where + "/" + field, "the field was always there and may now be absent"));
    }

    private void properties(String where, JsonNode released, JsonNode current) {
        if (!current.path("additionalProperties").asBoolean(true)
                && released.path("additionalProperties").asBoolean(true)) {
            say(where, "further fields were allowed and are not any more");
        }
        released.path("properties").properties().forEach(field -> {
            JsonNode now = current.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                say(where + "/" + field.getKey(), "the field was removed");
            } else {
                compare(where + "/" + field.getKey(), field.getValue(), now);
            }
        });
    }

    private void differs(String where, String keyword, JsonNode released, JsonNode current) {
        say(where, keyword + " was " + shown(released, keyword) + " and is now " + shown(current, keyword));
    }

    private void say(String where, String what) {
        breaks.add("%s: %s; a released contract only grows, anything else is a new version of the event"
                .formatted(where, what));
    }

    private static JsonNode resolved(JsonNode schema, JsonNode values) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String ref = schema.path("$ref").asString();
        ObjectNode target = (ObjectNode)
                resolved(values.at(ref.substring(ref.indexOf('#') + 1)), values).deepCopy();
        schema.properties().stream()
                .filter(keyword -> !keyword.getKey().equals("$ref"))
                .forEach(keyword -> target.set(keyword.getKey(), keyword.getValue()));
        return target;
    }

    private static Set<String> strings(JsonNode schema, String keyword) {
        return schema.path(keyword).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.path(keyword).toString() : "free";
    }
}
