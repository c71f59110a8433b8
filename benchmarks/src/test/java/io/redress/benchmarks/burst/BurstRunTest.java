package io.redress.benchmarks.burst;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.Tokens;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BurstRunTest {
    private static final Tokens TOKENS = new Tokens(Map.of("frontline", "f", "supervisor", "s"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LITTLE = Duration.ofSeconds(2);

    private final FakeOutage redress = new FakeOutage();
    private final HttpCaller http = new HttpCaller(redress.address(), 4);

    @AfterEach
    void close() {
        http.close();
        redress.close();
    }

    @Test
    void all_are_cases_and_each_about_the_outage_is_a_member_of_the_one_incident() {
        Outcome outcome = run(false, PATIENCE);
        assertThat(outcome.measurements().examples()).isEmpty();
        assertThat(outcome.accepted()).isEqualTo(50);
        assertThat(outcome.cases()).isEqualTo(50);
        assertThat(outcome.incidents()).isEqualTo(1);
        assertThat(outcome.joining().lost()).isZero();
        assertThat(outcome.greatestLag()).isBetween(0L, 45L);
        assertThat(outcome.isGood()).isTrue();
    }

    @Test
    void an_incident_that_is_opened_late_is_opened_when_all_complaints_are_there() {
        Outcome outcome = run(true, PATIENCE);
        assertThat(outcome.tillOpen()).isGreaterThanOrEqualTo(outcome.posting());
        assertThat(outcome.joining().latency().getTotalCount()).isZero();
        assertThat(outcome.isGood()).isTrue();
    }

    @Test
    void a_case_that_never_joins_is_missed() {
        redress.losingTheFifth();
        Outcome outcome = run(false, LITTLE);
        assertThat(outcome.joining().lost()).isEqualTo(1);
        assertThat(outcome.isGood()).isFalse();
    }

    @Test
    void a_member_that_is_about_something_else_is_a_stranger() {
        redress.takingOthersIn();
        Outcome outcome = run(false, PATIENCE);
        assertThat(outcome.joining().strangers()).isEqualTo(5);
        assertThat(outcome.isGood()).isFalse();
    }

    @Test
    void two_incidents_for_one_outage_are_one_too_many() {
        redress.proposingTwo();
        Outcome outcome = run(false, PATIENCE);
        assertThat(outcome.incidents()).isEqualTo(2);
        assertThat(outcome.isGood()).isFalse();
    }

    @Test
    void a_case_that_routing_never_hears_of_is_missing() {
        redress.forgettingOthers();
        Outcome outcome = run(false, LITTLE);
        assertThat(outcome.missing()).isEqualTo(5);
        assertThat(outcome.isGood()).isFalse();
    }

    private Outcome run(boolean openLate, Duration grace) {
        var plan = new BurstRun.Plan(50, 1_000, 100, grace, Duration.ofMillis(20), openLate);
        var target = new BurstRun.Target(http, TOKENS, new Mix("test", 0.1));
        return new BurstRun(plan, target, new PrintStream(OutputStream.nullOutputStream())).run();
    }
}
