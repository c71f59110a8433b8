package io.redress.routing.domain.bursts;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A burst is more than usual, not more than a number. */
class BurstsTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final BurstTerms TERMS = BurstTerms.standard();
    private static final Signature CRASH = new Signature("crash", null, null);
    private static final Signature DELIVERY = new Signature("delivery", null, null);
    private static final Signature INVOICE = new Signature("invoice", null, null);

    private Bursts bursts = Bursts.none();
    private Instant now = START;

    @Test
    @Behaviour("R110")
    void more_similar_complaints_than_usual_are_a_burst() {
        usualDays(4);
        quietly(Duration.ofMinutes(30), CRASH, 40);

        Burst burst = bursts.found(now, TERMS).getFirst();
        assertThat(burst.signature()).isEqualTo(CRASH);
        assertThat(burst.count()).isGreaterThanOrEqualTo(40);
        assertThat(burst.usual()).isLessThan(10);
        assertThat(burst.since()).isBetween(now.minus(Duration.ofHours(12)), now);
    }

    @Test
    void what_is_usual_is_no_burst_however_much_it_is() {
        for (int hour = 0; hour < 24 * 5; hour++) {
            hour(Map.of(DELIVERY, 300, INVOICE, 100));
            if (hour > 48) {
                assertThat(bursts.found(now, TERMS)).as("hour %d", hour).isEmpty();
            }
        }
    }

    @Test
    void the_busy_hours_of_a_day_are_no_burst() {
        for (int hour = 0; hour < 24 * 6; hour++) {
            int busy = hour % 24 >= 9 && hour % 24 < 18 ? 60 : 3;
            hour(Map.of(DELIVERY, busy, INVOICE, busy / 2));
            if (hour >= 24 * 3) {
                assertThat(bursts.found(now, TERMS)).as("hour %d", hour).isEmpty();
            }
        }
    }

    @Test
    void a_stream_that_has_just_begun_is_no_burst_for_that() {
        usualDays(4);
        Signature crash = new Signature("crash", "router-x", null);
        Signature delivery = new Signature("delivery", "router-x", null);
        Signature invoice = new Signature("invoice", "router-x", null);
        for (int hour = 0; hour < 8; hour++) {
            hour(Map.of(delivery, 60, invoice, 40, crash, 10));
            assertThat(bursts.found(now, TERMS)).as("hour %d", hour).isEmpty();
        }
    }

    @Test
    @Behaviour("R110")
    void a_new_product_that_fails_from_its_first_day_is_a_burst() {
        usualDays(4);
        Signature crash = new Signature("crash", "router-x", "north");

        quietly(Duration.ofMinutes(20), crash, 50);

        assertThat(bursts.found(now, TERMS)).extracting(Burst::signature).containsExactly(crash);
    }

    @Test
    void a_service_that_starts_in_the_middle_of_an_outage_notices_it() {
        quietly(Duration.ofMinutes(10), CRASH, 60);

        assertThat(bursts.found(now, TERMS)).extracting(Burst::signature).containsExactly(CRASH);
    }

    @Test
    void the_whole_speaks_for_its_parts_where_none_of_them_is_nearly_all_of_it() {
        usualDays(4);
        for (String product : List.of("a", "b", "c")) {
            quietly(Duration.ofMinutes(1), new Signature("crash", product, null), 40);
        }

        assertThat(bursts.found(now, TERMS)).extracting(Burst::signature).containsExactly(CRASH);
    }

    @Test
    @Behaviour("R110")
    void fifty_thousand_different_signatures_leave_no_more_behind_than_the_bound() {
        for (int batch = 0; batch < 50; batch++) {
            int from = batch * 1000;
            List<Sighting> thousand = IntStream.range(from, from + 1000)
                    .mapToObj(n -> Sighting.one(new Signature("crash", "product-" + n, "region-" + n % 97), now))
                    .toList();
            now = now.plusSeconds(12);
            bursts = bursts.counting(thousand, now, TERMS);
        }

        assertThat(bursts.tallies()).hasSizeLessThanOrEqualTo(TERMS.mostSignatures());
        assertThat(Wire.mapper().writeValueAsBytes(bursts).length).isLessThan(100_000);
        assertThat(bursts.found(now, TERMS)).extracting(Burst::signature).contains(CRASH);
    }

    @Test
    void a_state_full_of_everything_stays_small() {
        for (int bucket = 0; bucket < 200; bucket++) {
            List<Sighting> all = IntStream.range(0, 500)
                    .mapToObj(n -> new Sighting(new Signature("crash", "product-" + n, null), now, 100))
                    .toList();
            now = now.plus(TERMS.bucket());
            bursts = bursts.counting(all, now, TERMS);
        }

        assertThat(Wire.mapper().writeValueAsBytes(bursts).length).isLessThan(300_000);
    }

    @Test
    void complaints_of_long_ago_are_no_burst_of_today() {
        usualDays(3);
        List<Sighting> imported = IntStream.range(0, 5000)
                .mapToObj(n -> Sighting.one(CRASH, START))
                .toList();
        bursts = bursts.counting(imported, now, TERMS);

        assertThat(bursts.found(now, TERMS)).isEmpty();
    }

    @Test
    void it_survives_being_written_and_read() {
        usualDays(1);

        Bursts read = Wire.mapper().readValue(Wire.mapper().writeValueAsBytes(bursts), Bursts.class);

        assertThat(read).isEqualTo(bursts);
    }

    /** Each hour 3 crashes, 18 deliveries and 12 invoices. */
    private void usualDays(int days) {
        for (int hour = 0; hour < 24 * days; hour++) {
            hour(Map.of(DELIVERY, 18, INVOICE, 12, CRASH, 3));
        }
    }

    /** So many complaints of each kind, spread over an hour and counted as they come. */
    private void hour(Map<Signature, Integer> complaints) {
        Instant from = now;
        List<Sighting> all = complaints.entrySet().stream()
                .flatMap(it -> spread(from, Duration.ofHours(1), it.getKey(), it.getValue()).stream())
                .toList();
        for (Instant step = from; step.isBefore(from.plus(Duration.ofHours(1))); step = step.plus(TERMS.bucket())) {
            Instant begin = step;
            now = step.plus(TERMS.bucket()).minusSeconds(1);
            List<Sighting> come = all.stream()
                    .filter(it -> !it.at().isBefore(begin) && it.at().isBefore(begin.plus(TERMS.bucket())))
                    .toList();
            bursts = bursts.counting(come, now, TERMS);
        }
        now = from.plus(Duration.ofHours(1));
    }

    /** So many complaints spread over a time, counted as they come. */
    private void quietly(Duration over, Signature what, int count) {
        Instant from = now;
        now = from.plus(over);
        bursts = bursts.counting(spread(from, over, what, count), now, TERMS);
    }

    private static List<Sighting> spread(Instant from, Duration over, Signature what, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Sighting.one(what, from.plus(over.multipliedBy(n).dividedBy(count))))
                .toList();
    }
}
