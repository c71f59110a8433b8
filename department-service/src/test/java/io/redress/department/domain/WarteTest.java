package io.redress.department.domain;

import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.contracts.CommitmentEvent.Letter;
import io.redress.contracts.CommitmentEvent.Verdict;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarteTest {
    private static final DepartmentCase CASE = taken();
    private static final Request REQUEST = Objects.requireNonNull(CASE.request(R1));

    @Test
    @Behaviour({"R127", "R130", "R131"})
    void what_has_a_measure_an_end_and_a_need_is_a_commitment() {
        Warte warte = judge(promise(DUE), null);

        assertThat(warte.isCommitment()).isTrue();
        assertThat(verdicts(warte))
                .containsExactly(Verdict.MET, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.MET, Verdict.MET);
    }

    @Test
    @Behaviour({"R127", "R130", "R131"})
    void what_is_missing_is_said_all_at_once() {
        Warte warte = judge(new Promise(null, " ", null, null, null, null), null);

        assertThat(warte.flaws())
                .extracting(Flaw::field)
                .containsExactly("quantity", "unit", "acceptance", "dueAt", "zone", "need");
        assertThat(verdicts(warte))
                .containsExactly(Verdict.UNMET, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNMET, Verdict.UNMET);
    }

    @Test
    @Behaviour("R127")
    void nothing_is_no_quantity() {
        Promise none = new Promise("0.00", "invoices", "Both agree.", DUE, "Europe/Bucharest", "overcharge");

        assertThat(judge(none, null).flaws()).extracting(Flaw::field).containsExactly("quantity");
    }

    @Test
    @Behaviour("R130")
    void a_date_that_has_passed_or_an_offset_for_a_zone_is_no_end() {
        Promise past = new Promise("2", "invoices", "Both agree.", NOW, "+02:00", "overcharge");

        assertThat(judge(past, null).flaws()).extracting(Flaw::field).containsExactly("dueAt", "zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overcharge", "Overcharge: money back", "look into it", "you charged me TWICE"})
    @Behaviour("R131")
    void a_need_is_what_a_request_is_about_or_asks_for_or_the_customers_own_words(String need) {
        assertThat(judge(promise(DUE, need), null).isCommitment()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a better world", "overcharged", "twice", "!!!"})
    @Behaviour("R131")
    void what_no_need_of_the_case_says_is_not_effective(String need) {
        Warte warte = judge(promise(DUE, need), null);

        assertThat(warte.flaws()).extracting(Flaw::field).containsExactly("need");
        assertThat(warte.flaws().getFirst().sentence()).doesNotContain("charged me");
    }

    @Test
    @Behaviour({"R128", "R129"})
    void with_too_little_comparable_work_it_says_so_and_invents_nothing() {
        Warte warte = judge(promise(DUE), yardstick(hours(9, 10), 1));

        assertThat(of(warte, Letter.AMBITIOUS).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(warte, Letter.REALISTIC).sentence()).startsWith("There are 9 comparable pieces");
    }

    @Test
    @Behaviour("R128")
    void far_more_time_than_comparable_work_took_is_not_ambitious() {
        Yardstick ten = yardstick(hours(20, 10), 1);

        assertThat(of(judge(promise(after(13)), ten), Letter.AMBITIOUS).verdict())
                .isEqualTo(Verdict.MET);
        Judgement padded = of(judge(promise(after(14)), ten), Letter.AMBITIOUS);
        assertThat(padded.verdict()).isEqualTo(Verdict.UNMET);
        assertThat(padded.sentence()).contains("14 h", "20 comparable", "10 h", "30 %", "13 h");
    }

    @Test
    @Behaviour("R129")
    void less_time_than_half_of_comparable_work_took_is_not_realistic_and_without_free_hands_even_more_is_needed() {
        List<Duration> tenToTwentyNine =
                IntStream.range(10, 30).mapToObj(Duration::ofHours).toList();

        assertThat(of(judge(promise(after(18)), yardstick(tenToTwentyNine, 1)), Letter.REALISTIC)
                        .verdict())
                .isEqualTo(Verdict.UNMET);
        assertThat(of(judge(promise(after(19)), yardstick(tenToTwentyNine, 1)), Letter.REALISTIC)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(of(judge(promise(after(19)), yardstick(tenToTwentyNine, 0)), Letter.REALISTIC)
                        .verdict())
                .isEqualTo(Verdict.UNMET);
        assertThat(of(judge(promise(after(26)), yardstick(tenToTwentyNine, 0)), Letter.REALISTIC)
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @RepeatedTest(100)
    @Behaviour({"R128", "R129"})
    void the_letters_depend_only_on_the_data() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Duration> took = new ArrayList<>(IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> Duration.ofMinutes(random.nextInt(3000)))
                .toList());
        Promise promise = promise(NOW.plus(Duration.ofMinutes(1 + random.nextInt(4000))));
        Yardstick yardstick = yardstick(took, random.nextInt(3));

        Warte once = judge(promise, yardstick);
        Collections.shuffle(took, random);
        Warte again = judge(promise, yardstick(took, yardstick.free()));

        assertThat(again).isEqualTo(once);
        // More time never makes it less realistic, nor more ambitious.
        Warte longer = judge(promise(Objects.requireNonNull(promise.dueAt()).plusSeconds(3600)), yardstick);
        if (of(once, Letter.REALISTIC).verdict() == Verdict.MET) {
            assertThat(of(longer, Letter.REALISTIC).verdict()).isEqualTo(Verdict.MET);
        }
        if (of(once, Letter.AMBITIOUS).verdict() == Verdict.UNMET) {
            assertThat(of(longer, Letter.AMBITIOUS).verdict()).isEqualTo(Verdict.UNMET);
        }
    }

    private static Warte judge(Promise promise, @Nullable Yardstick yardstick) {
        return Warte.judge(promise, CASE, REQUEST, yardstick, NOW);
    }

    private static Promise promise(Instant dueAt) {
        return promise(dueAt, "overcharge");
    }

    private static Promise promise(Instant dueAt, String need) {
        return new Promise("2", "invoices", "Both agree.", dueAt, "Europe/Bucharest", need);
    }

    private static Instant after(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static List<Duration> hours(int many, int each) {
        return IntStream.range(0, many).mapToObj(_ -> Duration.ofHours(each)).toList();
    }

    private static Yardstick yardstick(List<Duration> took, int free) {
        return new Yardstick(new Comparables(Comparables.Scope.NATURE, took), WorkCalendar.always(), 30, 3, free);
    }

    private static Judgement of(Warte warte, Letter letter) {
        return warte.judgements().stream()
                .filter(it -> it.letter() == letter)
                .findFirst()
                .orElseThrow();
    }

    private static List<Verdict> verdicts(Warte warte) {
        return warte.judgements().stream().map(Judgement::verdict).toList();
    }

    private static DepartmentCase taken() {
        DepartmentDecider decider = new DepartmentDecider();
        return ((Decision.Accepted<DepartmentFact>)
                        decider.decide(decider.initialState(), new TakeRequest(raised(R1, FINANCE)), NOW))
                .events().stream().reduce(decider.initialState(), decider::evolve, (_, last) -> last);
    }
}
