package io.redress.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.routing.domain.bursts.BurstTerms;
import io.redress.routing.domain.bursts.Bursts;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutageReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    /** What intake asks back below, unless it is set otherwise. */
    private static final double CLARIFY_BELOW = 0.4;

    private final OutageReports outage = OutageReports.shipped();

    @Test
    void every_one_is_understood_as_the_same_problem_without_asking_back() {
        var diagnostician = new Diagnostician(RuleBook.load(OutageReportsTest::read));

        assertThat(outage.complaints()).allSatisfy(report -> {
            var diagnosis = diagnostician.diagnose(report.text(), report.language());
            assertThat(diagnosis.strongest().nature()).isEqualTo(outage.nature());
            assertThat(diagnosis.isClear(CLARIFY_BELOW)).isTrue();
        });
    }

    @Test
    void they_are_many_enough_to_be_noticed_on_the_first_day_of_an_installation() {
        var terms = BurstTerms.standard();
        var others = Sample.all().stream().map(_ -> Sighting.one(new Signature("invoice", null, null), NOW));
        var about = new Signature(outage.nature(), outage.product(), null);
        var reports = outage.complaints().stream().map(_ -> Sighting.one(about, NOW));

        var found = Bursts.none()
                .counting(Stream.concat(others, reports).toList(), NOW, terms)
                .found(NOW, terms);

        assertThat(found)
                .filteredOn(it -> outage.isAbout(
                        it.signature().nature(), String.valueOf(it.signature().product())))
                .hasSize(1);
    }

    @Test
    void each_comes_from_another_customer_and_none_is_one_of_the_samples() {
        List<Sample> all = Stream.concat(Sample.all().stream(), outage.complaints().stream())
                .toList();

        assertThat(all).extracting(Sample::customerReference).doesNotHaveDuplicates();
        assertThat(all).extracting(Sample::number).doesNotHaveDuplicates();
    }

    private static String read(String path) {
        try (var file = OutageReportsTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
