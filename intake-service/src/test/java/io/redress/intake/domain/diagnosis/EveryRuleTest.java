package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Hypothesis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EveryRuleTest {
    private final Diagnostician diagnostician = new Diagnostician(ShippedFiles.RULES);

    @TestFactory
    Stream<DynamicTest> reads_its_examples() {
        return rules().flatMap(of -> of.rule.examples().stream()
                .map(text -> DynamicTest.dynamicTest(of.rule.id() + ": " + text, () -> {
                    var strongest = diagnostician.diagnose(text, of.language).strongest();
                    assertThat(strongest.nature()).isEqualTo(of.rule.nature().code());
                })));
    }

    @TestFactory
    Stream<DynamicTest> leaves_its_counter_examples_alone() {
        return rules().flatMap(of -> of.rule.counterExamples().stream()
                .map(text -> DynamicTest.dynamicTest(of.rule.id() + ": " + text, () -> {
                    var hypotheses = diagnostician.diagnose(text, of.language).hypotheses();
                    assertThat(hypotheses)
                            .extracting(Hypothesis::nature)
                            .doesNotContain(of.rule.nature().code());
                })));
    }

    @Test
    @Behaviour({"R4", "R153"})
    void every_nature_can_be_found_in_every_language() {
        for (var language : RuleBook.LANGUAGES) {
            var found = ShippedFiles.RULES.in(language).orElseThrow().rules().stream()
                    .map(rule -> rule.nature().code())
                    .toList();
            assertThat(found).as(language).containsAll(ShippedFiles.RULES.natures());
        }
    }

    private static Stream<RuleOf> rules() {
        return RuleBook.LANGUAGES.stream()
                .flatMap(language -> rules(language).stream().map(rule -> new RuleOf(language, rule)));
    }

    private static List<Rule> rules(String language) {
        return ShippedFiles.RULES.in(language).orElseThrow().rules();
    }

    private record RuleOf(String language, Rule rule) {}
}
