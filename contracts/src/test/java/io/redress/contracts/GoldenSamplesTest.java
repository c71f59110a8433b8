package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Samples are frozen: once released, what they say must be readable for ever. */
class GoldenSamplesTest {
    private static final String MINIMAL = ".minimal";

    @Test
    void every_event_and_reply_has_a_full_sample_and_a_minimal_one_where_something_may_be_absent() {
        Set<String> expected = new TreeSet<>();
        WireTypes.all().forEach((name, type) -> {
            expected.add(name);
            if (mayLackSomething(type)) {
                expected.add(name + MINIMAL);
            }
        });

        assertThat(Documents.folder("/golden").keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_satisfies_its_schema(String sample) {
        assertThat(Documents.problems(Wire.dataSchema(wireName(sample)).toString(), golden(sample)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventSamples")
    void an_event_is_read_and_written_back_the_same(String sample) {
        CaseEvent event = Wire.read(wireName(sample), Documents.bytes("/golden/" + sample + ".json"));

        assertThat(event).isInstanceOf(WireTypes.named(wireName(sample)));
        assertThat(Documents.JSON.readTree(Wire.write(event))).isEqualTo(golden(sample));
    }

    @ParameterizedTest
    @MethodSource("replySamples")
    void a_reply_is_read_and_what_is_written_back_reads_the_same(String sample) {
        DepartmentReply reply = Wire.readReply(Documents.bytes("/golden/" + sample + ".json"));
        JsonNode written = Documents.JSON.readTree(Wire.write(reply));

        assertThat(reply).isInstanceOf(WireTypes.named(wireName(sample)));
        golden(sample)
                .properties()
                .forEach(field -> assertThat(written.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(Wire.readReply(Wire.write(reply))).isEqualTo(reply);
    }

    @ParameterizedTest
    @MethodSource("fullSamples")
    void a_full_sample_leaves_nothing_out(String sample) {
        JsonNode schema = Documents.json("/schemas/" + sample + ".json");

        assertThat(golden(sample).propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("minimalSamples")
    void a_minimal_sample_has_only_what_is_required(String sample) {
        JsonNode schema = Documents.json("/schemas/" + wireName(sample) + ".json");

        assertThat(golden(sample).propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    static Set<String> samples() {
        return Documents.folder("/golden").keySet();
    }

    static Set<String> eventSamples() {
        return samples().stream().filter(name -> !isReply(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> replySamples() {
        return samples().stream().filter(GoldenSamplesTest::isReply).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> minimalSamples() {
        return samples().stream().filter(name -> name.endsWith(MINIMAL)).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> fullSamples() {
        return WireTypes.all().keySet();
    }

    private static boolean isReply(String sample) {
        return sample.startsWith("redress.reply.");
    }

    private static String wireName(String sample) {
        return sample.endsWith(MINIMAL) ? sample.substring(0, sample.length() - MINIMAL.length()) : sample;
    }

    private static JsonNode golden(String sample) {
        return Documents.json("/golden/" + sample + ".json");
    }

    private static boolean mayLackSomething(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getAnnotatedParameterTypes()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(Nullable.class));
    }
}
