package io.redress.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.application.FeedbackDay.OfProduct;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FeedbackDayTest {
    private static final Counted NEVER = new Counted(0, List.of());

    @Test
    @Behaviour("R26")
    void a_case_about_two_natures_is_one_case_of_its_product() {
        FeedbackDay day = FeedbackDay.EMPTY
                .counting("a", "EX-300", NEVER, List.of("crash", "defect"))
                .counting("b", null, NEVER, List.of("crash"));

        assertThat(day.products())
                .isEqualTo(Map.of(
                        "EX-300",
                        new OfProduct(1, Map.of("crash", 1, "defect", 1)),
                        "",
                        new OfProduct(1, Map.of("crash", 1))));
        assertThat(day.noting())
                .isEqualTo(
                        Map.of("a", new Counted(1, List.of("crash", "defect")), "b", new Counted(1, List.of("crash"))));
        assertThat(Wire.mapper().readValue(Wire.mapper().writeValueAsBytes(day), FeedbackDay.class))
                .isEqualTo(day);
    }

    @RepeatedTest(20)
    void whatever_comes_and_goes_the_document_stays_small_and_all_that_goes_was_there() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        FeedbackDay day = FeedbackDay.EMPTY;
        Map<String, Counted> counted = new java.util.HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            int number = random.nextInt(600);
            String caseId = "case-" + number;
            Counted before = counted.getOrDefault(caseId, NEVER);
            List<String> now = random.nextBoolean() ? List.of() : List.of("n" + random.nextInt(80));
            day = day.counting(caseId, "product " + number % 300, before, now).noted();
            counted.put(caseId, before.anew(now));
        }
        assertThat(day.products()).as("seed %d", seed).hasSizeLessThanOrEqualTo(201);
        assertThat(day.products().values()).as("seed %d", seed).allSatisfy(it -> {
            assertThat(it.natures()).hasSizeLessThanOrEqualTo(51);
            assertThat(it.cases()).isNotNegative();
            assertThat(it.natures().values()).allMatch(count -> count >= 0);
            assertThat(it.natures().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(it.cases());
        });

        List<String> all = new ArrayList<>(counted.keySet());
        Collections.shuffle(all, random);
        for (String caseId : all) {
            int number = Integer.parseInt(caseId.substring("case-".length()));
            day = day.counting(caseId, "product " + number % 300, counted.getOrDefault(caseId, NEVER), List.of());
        }
        assertThat(day.products().values())
                .as("seed %d", seed)
                .allMatch(
                        it -> it.cases() == 0 && it.natures().values().stream().allMatch(count -> count == 0));
    }
}
