package io.redress.routing.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.IncidentId;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.bursts.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentWalksTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant OPENED = SINCE.plusSeconds(600);
    private static final Incident OUTAGE = new Incident(
            new IncidentId("6f0c5b1e-6d0b-3f57-9f0e-0d4f1f6f0a11"),
            new Signature("crash", "router-x", null),
            SINCE,
            null,
            Incident.Status.OPEN,
            null,
            List.of());

    private final IncidentWalks begun = IncidentWalks.begin(OUTAGE, OPENED);

    @Test
    void the_first_walk_begins_with_the_first_case_and_the_second_one_rests() {
        assertThat(startOf(begun.newest())).isEqualTo(SINCE);
        assertThat(begun.againBy(OUTAGE, OPENED).isAgain()).isFalse();
    }

    @Test
    void at_the_end_only_the_last_moments_are_looked_at_once_more() {
        Instant asked = OPENED.plusSeconds(5);
        assertThat(startOf(begun.atEnd(OUTAGE, asked).newest())).isEqualTo(asked.minusSeconds(2));
    }

    @Test
    void now_and_then_it_looks_further_back_for_what_was_overtaken() {
        Instant asked = OPENED.plusSeconds(11);
        IncidentWalks far = begun.atEnd(OUTAGE, asked);
        assertThat(startOf(far.newest())).isEqualTo(asked.minusSeconds(30));
        Instant next = asked.plusMillis(500);
        assertThat(startOf(far.atEnd(OUTAGE, next).newest())).isEqualTo(next.minusSeconds(2));
    }

    @Test
    void it_never_looks_at_what_was_before_the_incident() {
        IncidentWalks young = IncidentWalks.begin(OUTAGE, SINCE);
        assertThat(startOf(young.atEnd(OUTAGE, SINCE.plusSeconds(1)).newest())).isEqualTo(SINCE);
    }

    @Test
    void the_second_walk_begins_after_a_rest_and_goes_to_the_end_however_long_that_takes() {
        Instant rested = OPENED.plus(Duration.ofMinutes(3));
        IncidentWalks again = begun.againBy(OUTAGE, rested);
        assertThat(startOf(again.again())).isEqualTo(SINCE);
        IncidentWalks further = again.again("further");
        assertThat(further.againBy(OUTAGE, rested.plus(Duration.ofHours(1))).again())
                .isEqualTo("further");
        IncidentWalks done = further.again("");
        assertThat(done.againBy(OUTAGE, rested.plusSeconds(60)).isAgain()).isFalse();
        assertThat(done.againBy(OUTAGE, rested.plusSeconds(121)).isAgain()).isTrue();
    }

    @Test
    void neither_walk_moves_the_other() {
        IncidentWalks both = begun.newest("n").againBy(OUTAGE, OPENED.plus(Duration.ofMinutes(3)));
        assertThat(both.newest()).isEqualTo("n");
        assertThat(both.again("a").newest()).isEqualTo("n");
        assertThat(both.again("a").newest("m").again()).isEqualTo("a");
    }

    private static Instant startOf(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Instant.ofEpochMilli(Long.parseLong(text.split("\0", -1)[2], 16));
    }
}
