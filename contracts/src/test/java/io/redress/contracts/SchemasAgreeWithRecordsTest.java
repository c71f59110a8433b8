package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemasAgreeWithRecordsTest {
    private static final JsonNode VALUES = Documents.json("/schemas/values.json");
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string",
            BigDecimal.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            double.class, "number",
            Double.class, "number");

    @Test
    void every_record_has_a_schema_and_every_schema_a_record() {
        Set<String> expected = new TreeSet<>(WireTypes.all().keySet());
        expected.add("values");

        assertThat(Documents.folder("/schemas").keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void a_schema_has_the_components_of_its_record_and_requires_those_that_are_not_nullable(String wireName) {
        Class<?> type = WireTypes.named(wireName);
        JsonNode schema = Documents.json("/schemas/" + wireName + ".json");

        assertThat(schema.path("$id").asString())
                .isEqualTo(Wire.dataSchema(wireName).toString());
        agree(wireName, type, schema, DepartmentReply.class.isAssignableFrom(type) ? List.of("type") : List.of());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_schema_is_valid_itself(String file) {
        assertThat(Documents.problems(
                        "https://json-schema.org/draft/2020-12/schema", Documents.json("/schemas/" + file + ".json")))
                .isEmpty();
    }

    static Set<String> wireNames() {
        return WireTypes.all().keySet();
    }

    static Set<String> files() {
        return Documents.folder("/schemas").keySet();
    }

    private static void agree(String where, Class<?> type, JsonNode schema, List<String> more) {
        List<String> components = new ArrayList<>(more);
        List<String> required = new ArrayList<>(more);
        Constructor<?> constructor = canonical(type);
        for (int i = 0; i < constructor.getParameterCount(); i++) {
            Parameter parameter = constructor.getParameters()[i];
            components.add(parameter.getName());
            // The constructor says what may be absent when it is read: a list may, and be empty then.
            if (!parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(parameter.getName());
            }
            check(
                    where + "/" + parameter.getName(),
                    parameter.getParameterizedType(),
                    schema.path("properties").path(parameter.getName()));
        }
        assertThat(schema.path("properties").propertyNames()).as(where).containsExactlyElementsOf(components);
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as(where + " required")
                .containsExactlyElementsOf(required);
    }

    private static void check(String where, Type type, JsonNode written) {
        JsonNode schema = resolved(written);
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            assertThat(schema.path("type").asString()).as(where).isEqualTo("object");
            check(where + "{}", map.getActualTypeArguments()[1], schema.path("additionalProperties"));
            return;
        }
        if (type instanceof ParameterizedType list) {
            assertThat(schema.path("type").asString()).as(where).isEqualTo("array");
            check(where + "[]", list.getActualTypeArguments()[0], schema.path("items"));
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (SCALARS.containsKey(plain)) {
            assertThat(schema.path("type").asString()).as(where).isEqualTo(SCALARS.get(plain));
            assertThat(schema.path("format").isMissingNode()).as(where).isTrue();
        } else if (plain.isEnum()) {
            assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
                    .as(where)
                    .containsExactlyElementsOf(Arrays.stream(plain.getEnumConstants())
                            .map(String::valueOf)
                            .toList());
        } else if (plain == Instant.class || plain == LocalDate.class) {
            assertThat(schema.path("format").asString())
                    .as(where)
                    .isEqualTo(plain == Instant.class ? "date-time" : "date");
        } else if (isOneString(plain)) {
            assertThat(written.path("$ref").asString()).as(where).endsWith("#/$defs/" + plain.getSimpleName());
        } else {
            agree(where, plain, schema, List.of());
        }
    }

    private static boolean isOneString(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private static JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : resolved(VALUES.at(ref.substring(ref.indexOf('#') + 1)));
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(components);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
