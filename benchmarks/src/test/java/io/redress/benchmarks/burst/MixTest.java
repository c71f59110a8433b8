package io.redress.benchmarks.burst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.benchmarks.http.JsonFields;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MixTest {
    private final Mix mix = new Mix("run", 0.1);

    @Test
    void others_are_spread_evenly_and_as_many_as_asked_for() {
        for (int tens = 0; tens < 100; tens++) {
            assertThat(complaints(mix, tens * 10, tens * 10 + 10))
                    .filteredOn(it -> !it.isAboutTheOutage())
                    .hasSize(1);
        }
        assertThat(complaints(new Mix("run", 0), 0, 100)).allMatch(Mix.Complaint::isAboutTheOutage);
    }

    @Test
    void a_share_that_leaves_no_outage_is_refused() {
        assertThatThrownBy(() -> new Mix("run", 1)).hasMessageContaining("but got 1.0");
        assertThatThrownBy(() -> new Mix("run", Double.NaN)).hasMessageContaining("from 0 to below 1");
    }

    @Test
    void every_customer_complains_once() {
        assertThat(complaints(mix, 0, 5_000)).extracting(Mix.Complaint::key).doesNotHaveDuplicates();
        assertThat(complaints(mix, 0, 5_000))
                .extracting(it -> field(it, "/customer/reference"))
                .doesNotHaveDuplicates();
    }

    @Test
    void only_those_about_the_outage_name_its_product_and_region() {
        for (Mix.Complaint complaint : complaints(mix, 0, 100)) {
            assertThat(field(complaint, "/product")).isEqualTo(complaint.isAboutTheOutage() ? "router run" : "");
            assertThat(field(complaint, "/region")).isEqualTo(complaint.isAboutTheOutage() ? "north" : "");
        }
    }

    @Test
    void others_are_of_every_kind_whatever_their_share() {
        assertThat(complaints(mix, 0, 1_000))
                .filteredOn(it -> !it.isAboutTheOutage())
                .extracting(it -> field(it, "/text"))
                .hasSizeGreaterThan(25)
                .satisfies(texts -> assertThat(Set.copyOf(texts)).hasSize(25));
    }

    @Test
    void the_outage_is_told_in_four_languages_and_is_one_nature_to_the_diagnosis() {
        Diagnostician diagnostician = new Diagnostician(RuleBook.load(MixTest::rules));
        List<Mix.Complaint> outage = complaints(mix, 0, 100).stream()
                .filter(Mix.Complaint::isAboutTheOutage)
                .toList();
        assertThat(outage).extracting(it -> field(it, "/language")).contains("en", "it", "ro", "pl");
        assertThat(outage)
                .allSatisfy(it -> assertThat(diagnostician
                                .diagnose(field(it, "/text"), field(it, "/language"))
                                .strongest()
                                .nature())
                        .isEqualTo("technical-fault"));
    }

    private static List<Mix.Complaint> complaints(Mix mix, long from, long to) {
        return LongStream.range(from, to).mapToObj(mix::complaint).collect(Collectors.toList());
    }

    private static String field(Mix.Complaint complaint, String pointer) {
        return JsonFields.read(complaint.body().getBytes(UTF_8), pointer).getFirst();
    }

    private static String rules(String path) {
        try (InputStream in =
                Objects.requireNonNull(RuleBook.class.getClassLoader().getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
