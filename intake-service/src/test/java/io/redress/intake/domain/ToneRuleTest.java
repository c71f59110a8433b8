package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tone follows from the case, and the reason is kept. */
class ToneRuleTest {
    private static final Instant WHEN = Instant.parse("2026-05-24T08:30:00Z");
    private static final Occasion RECEIVED = new Occasion.Received(WHEN);

    @ParameterizedTest
    @Behaviour("R21")
    @CsvSource({
        // cause, mood, crisis, hostile, repeated contacts, tone, reason
        "MISUNDERSTANDING,  0.0, false, false, 0, NEUTRAL, ordinary",
        "UNKNOWN,           0.8, false, false, 0, NEUTRAL, ordinary",
        "SERVICE_FAILURE,   0.0, false, false, 0, EMPATHETIC, our-fault",
        "PRODUCT_FAULT,     0.0, false, false, 0, EMPATHETIC, our-fault",
        "VENTING,          -0.3, false, false, 0, EMPATHETIC, wants-to-be-heard",
        "UNMET_NEED,       -0.5, false, false, 0, EMPATHETIC, upset",
        "UNMET_NEED,        0.0, false, false, 1, EMPATHETIC, repeated-contact",
        "MISUNDERSTANDING,  0.0, false, false, 3, FIRM, repeated-without-fault-of-ours",
        "THIRD_PARTY,      -0.2, false, false, 5, FIRM, repeated-without-fault-of-ours",
        "SERVICE_FAILURE,  -0.9, false, false, 0, VERY_EMPATHETIC, furious",
        "MISUNDERSTANDING, -0.9, false, false, 5, VERY_EMPATHETIC, furious",
        "SERVICE_FAILURE,  -0.9, false, true,  0, FIRM, abusive",
        "SERVICE_FAILURE,  -0.9, false, true,  2, VERY_FIRM, abusive-again",
        "SERVICE_FAILURE,  -0.9, true,  true,  2, VERY_EMPATHETIC, crisis"
    })
    void the_tone_goes_from_empathy_to_firmness_as_the_case_needs(
            Cause cause, double mood, boolean crisis, boolean hostile, int repeated, Tone tone, String reason) {
        assertThat(ToneRule.mannerFor(new Circumstances(RECEIVED, cause, mood, crisis, hostile, repeated)))
                .isEqualTo(new Manner(tone, reason));
    }

    @Test
    @Behaviour("R21")
    void who_hears_bad_news_from_us_or_hears_late_is_met_with_empathy() {
        var broken = new Occasion.Proposed(List.of(), "it cannot be had", WHEN);
        var late = new Occasion.StillWorking(WHEN, List.of(), WHEN);

        assertThat(reason(broken)).isEqualTo(new Manner(Tone.EMPATHETIC, "promise-broken"));
        assertThat(reason(late)).isEqualTo(new Manner(Tone.EMPATHETIC, "came-late"));
        assertThat(reason(new Occasion.StillWorking(WHEN, List.of(), null)).tone())
                .isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void each_degree_of_the_scale_can_be_reached() {
        assertThat(Stream.of(Tone.values()).map(Tone::degree)).containsExactly(1, 2, 3, 4, 5);
        assertThat(Tone.VERY_FIRM.milder().milder().milder()).isEqualTo(Tone.NEUTRAL);
        assertThat(Tone.VERY_EMPATHETIC.milder().milder()).isEqualTo(Tone.NEUTRAL);
    }

    private static Manner reason(Occasion occasion) {
        return ToneRule.mannerFor(new Circumstances(occasion, Cause.UNKNOWN, 0, false, false, 0));
    }
}
