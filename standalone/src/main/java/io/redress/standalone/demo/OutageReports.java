package io.redress.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Complaints of many customers about the same outage, each in own words.
 *
 * @param product which product all of them are about
 * @param nature as in the diagnosis
 */
record OutageReports(String product, String nature, List<Sample> complaints) {
    /** Numbers and customers that no other sample has. */
    private static final int FIRST_NUMBER = 1000;

    private static final int FIRST_CUSTOMER = 3001;

    /** The ones that ship. */
    static OutageReports shipped() {
        try (var file = OutageReports.class.getResourceAsStream("/demo/outage.yaml")) {
            Map<String, Object> read =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            List<?> complaints = (List<?>) Objects.requireNonNull(read.get("complaints"));
            return new OutageReports(
                    String.valueOf(read.get("product")),
                    String.valueOf(read.get("expect")),
                    IntStream.range(0, complaints.size())
                            .mapToObj(n -> sample(n, (Map<?, ?>) complaints.get(n)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected readable complaints about an outage", e);
        }
    }

    private static Sample sample(int number, Map<?, ?> fields) {
        return new Sample(
                FIRST_NUMBER + number,
                String.valueOf(fields.get("language")),
                "web",
                "STANDARD",
                "C-" + (FIRST_CUSTOMER + number),
                String.valueOf(fields.get("text")));
    }

    /** Whether this is about the outage. */
    boolean isAbout(String someNature, String someProduct) {
        return nature.equals(someNature) && product.equalsIgnoreCase(someProduct);
    }
}
