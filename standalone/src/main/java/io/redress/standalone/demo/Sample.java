package io.redress.standalone.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A sample complaint, from a situation of the source texts. */
record Sample(int number, String language, String channel, String tier, String customerReference, String text) {

    /** The samples that ship, in their order in the file. */
    static List<Sample> all() {
        try (var file = Sample.class.getResourceAsStream("/demo/complaints.yaml")) {
            Map<String, List<Map<String, String>>> read =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            List<Map<String, String>> complaints = Objects.requireNonNull(read.get("complaints"));
            return IntStream.range(0, complaints.size())
                    .mapToObj(n -> of(n, complaints.get(n)))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Expected readable sample complaints", e);
        }
    }

    private static Sample of(int number, Map<String, String> fields) {
        return new Sample(
                number,
                field(fields, "language"),
                field(fields, "channel"),
                field(fields, "tier").toUpperCase(Locale.ROOT),
                field(fields, "customerReference"),
                field(fields, "text"));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), () -> "Expected a sample complaint to have " + name);
    }
}
