package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was released stays. When an event is added or a field is, copy its schema to {@code released}; a copy that is
 * there is only ever replaced by one that this test accepts.
 */
class ReleasedSchemasTest {
    @Test
    void every_schema_has_a_released_copy() {
        assertThat(Documents.folder("/schemas").keySet())
                .isEqualTo(Documents.folder("/released").keySet());
    }

    @ParameterizedTest
    @MethodSource("released")
    void a_schema_has_only_grown_since_its_release(String wireName) {
        assertThat(Compatibility.breaks(
                        wireName,
                        Documents.json("/released/" + wireName + ".json"),
                        Documents.json("/released/values.json"),
                        Documents.json("/schemas/" + wireName + ".json"),
                        Documents.json("/schemas/values.json"),
                        !wireName.startsWith("redress.reply.")))
                .isEmpty();
    }

    static Set<String> released() {
        return WireTypes.all().keySet();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties":{"a":null}}                              | sample/a: the field was removed
            {"required":["a","b"]}                                 | sample/b: the field is required now and was not
            {"required":[]}                                        | sample/a: the field was always there and may now be absent
            {"properties":{"a":{"type":"integer"}}}                | sample/a: type was "string" and is now "integer"
            {"properties":{"a":{"format":"date"}}}                 | sample/a: format was "date-time" and is now "date"
            {"properties":{"a":{"format":null}}}                   | sample/a: format was "date-time" and is now free
            {"properties":{"b":{"enum":["X"]}}}                    | sample/b: the value Y is not allowed any more
            {"properties":{"a":{"enum":["X"]}}}                    | sample/a: any value was allowed and now only ["X"]
            {"properties":{"c":{"maximum":8}}}                     | sample/c: maximum was 9 and is now 8
            {"properties":{"c":{"minimum":1}}}                     | sample/c: minimum was free and is now 1
            {"properties":{"d":{"maxItems":4}}}                    | sample/d: maxItems was 5 and is now 4
            {"properties":{"d":{"items":{"maxLength":1}}}}         | sample/d[]: maxLength was free and is now 1
            {"properties":{"a":{"pattern":"x"}}}                   | sample/a: pattern was free and is now "x"
            {"properties":{"e":{"const":"2"}}}                     | sample/e: const was "1" and is now "2"
            {"properties":{"f":{"properties":{"g":null}}}}         | sample/f/g: the field was removed
            {"additionalProperties":false}                         | sample: further fields were allowed and are not any more
            """)
    void a_breaking_change_is_named_in_one_sentence(String change, String sentence) {
        assertThat(Compatibility.breaks("sample", sample(), values(), changed(sample(), change), values(), true))
                .containsExactly(
                        sentence + "; a released contract only grows, anything else is a new version of the event");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"properties":{"new":{"type":"string"}}}
            {"properties":{"b":{"enum":["X","Y","Z"]}}}
            {"properties":{"c":{"maximum":10}}}
            {"properties":{"c":{"maximum":null}}}
            {"properties":{"a":{"description":"Other words."}}}
            {"title":"Other"}
            """)
    void growing_is_not_breaking(String change) {
        assertThat(Compatibility.breaks("sample", sample(), values(), changed(sample(), change), values(), true))
                .isEmpty();
    }

    @Test
    void a_break_inside_a_shared_value_is_seen_where_it_is_used() {
        JsonNode tighter = changed(values(), """
                {"$defs":{"Inner":{"required":["g"]}}}
                """);

        assertThat(Compatibility.breaks("sample", sample(), values(), sample(), tighter, true))
                .singleElement()
                .asString()
                .startsWith("sample/f/g: the field is required now and was not");
    }

    @Test
    void what_we_accept_from_others_may_ask_for_less() {
        JsonNode current = changed(sample(), """
                {"required":[]}
                """);

        assertThat(Compatibility.breaks("sample", sample(), values(), current, values(), false))
                .isEmpty();
    }

    private static JsonNode sample() {
        return Documents.JSON.readTree("""
                {"type": "object", "required": ["a"], "properties": {
                  "a": {"type": "string", "format": "date-time"},
                  "b": {"type": "string", "enum": ["X", "Y"]},
                  "c": {"type": "integer", "maximum": 9},
                  "d": {"type": "array", "maxItems": 5, "items": {"type": "string"}},
                  "e": {"const": "1"},
                  "f": {"$ref": "values.json#/$defs/Inner"}}}
                """);
    }

    private static JsonNode values() {
        return Documents.JSON.readTree("""
                {"$defs": {"Inner": {"type": "object", "properties": {"g": {"type": "string"}}}}}
                """);
    }

    /** Merge patch: objects are merged, null removes, everything else replaces. References are followed by copying. */
    private static JsonNode changed(JsonNode original, String change) {
        ObjectNode copy = (ObjectNode) original.deepCopy();
        if (change.contains("\"f\"")) {
            copy.withObject("/properties").set("f", values().at("/$defs/Inner"));
        }
        merge(copy, Documents.JSON.readTree(change));
        return copy;
    }

    private static void merge(ObjectNode target, JsonNode change) {
        change.properties().forEach(field -> {
            JsonNode old = target.path(field.getKey());
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (old.isObject() && field.getValue().isObject()) {
                merge((ObjectNode) old, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}
