package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void the_vocabulary_has_every_nature_of_the_sources() {
        assertThat(ShippedFiles.RULES.natures())
                .contains(
                        "missing-feature",
                        "roadmap",
                        "invoice",
                        "payment",
                        "overcharge",
                        "refund",
                        "payment-plan",
                        "contract",
                        "terms-of-service",
                        "major-claim",
                        "technical-fault",
                        "crash",
                        "product-error",
                        "defect",
                        "failure",
                        "recall",
                        "misleading-promotion",
                        "public-impact",
                        "delivery",
                        "inventory",
                        "return",
                        "vip",
                        "crisis");
    }

    @Test
    void the_version_changes_with_any_rule_and_only_then() {
        assertThat(RuleBook.load(ShippedFiles::read).version()).isEqualTo(ShippedFiles.RULES.version());
        assertThat(changed("overcharg*", "overchar*").version()).isNotEqualTo(ShippedFiles.RULES.version());
    }

    @Test
    void an_unknown_nature_is_refused_with_file_and_rule() {
        assertRefused("nature: roadmap", "nature: weather", "rules/en.yaml rule en-roadmap", "weather");
    }

    @Test
    void an_unknown_cause_is_refused() {
        assertRefused("cause: THIRD_PARTY", "cause: FATE", "rule en-delivery-third-party", "FATE");
    }

    @Test
    void a_rule_without_example_is_refused() {
        assertRefused(
                "    examples:\n      - \"It is about my last bill.\"\n", "", "rule en-invoice-named", "\"examples\"");
    }

    @Test
    void a_rule_without_counter_example_is_refused() {
        assertRefused(
                "    counter-examples:\n      - \"It is about my last parcel.\"\n",
                "",
                "rule en-invoice-named",
                "\"counter-examples\"");
    }

    @Test
    void an_id_that_two_rules_have_is_refused() {
        assertRefused("id: en-roadmap", "id: en-crash", "en-crash", "rules/en.yaml");
    }

    @Test
    void a_phrase_that_two_rules_claim_is_refused() {
        assertRefused("roadmap, product plan*", "crash, product plan*", "\"crash\"", "rule en-roadmap");
    }

    @Test
    void a_phrase_that_nothing_can_match_is_refused() {
        assertRefused("roadmap, product plan*", "~ roadmap", "rule en-roadmap", "a phrase of 1 to");
    }

    @Test
    void a_rule_that_another_takes_every_phrase_of_is_refused() {
        // By their stems these are the phrases of "en-roadmap" again, which comes before.
        assertRefused("  - id: en-invoice\n", """
                  - id: en-again
                    nature: invoice
                    cause: UNKNOWN
                    weight: 1
                    phrases: roadmaps
                    examples: ["a"]
                    counter-examples: ["b"]
                  - id: en-invoice
                """, "en-again", "a rule before");
    }

    @Test
    void a_rule_of_courtesies_is_refused() {
        assertRefused("  - id: en-invoice\n", """
                  - id: en-polite
                    nature: praise
                    cause: NO_COMPLAINT
                    weight: 1
                    phrases: kind regards from Rome
                    examples: ["a"]
                    counter-examples: ["b"]
                  - id: en-invoice
                """, "en-polite", "a courtesy");
    }

    @Test
    void no_two_rules_of_a_language_with_like_weight_and_other_nature_differ_in_endings_only() {
        for (var language : RuleBook.LANGUAGES) {
            assertThat(RuleChecks.contradictions(
                            ShippedFiles.RULES.in(language).orElseThrow().rules()))
                    .as(language)
                    .isEmpty();
        }
    }

    @Test
    void a_nature_at_stake_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> RuleBook.load(
                        path -> ShippedFiles.read(path).replace("mild: missing-feature", "mild: missing-hat")))
                .hasMessageContainingAll("rules/stakes.yaml", "missing-hat");
    }

    @Test
    void a_misspelled_field_is_refused() {
        assertRefused("deniable: true", "denyable: true", "rules/en.yaml", "denyable");
    }

    @Test
    void a_file_that_is_no_yaml_is_refused() {
        assertRefused("language: en", "language: [en", "rules/en.yaml", "Expected YAML");
    }

    private static void assertRefused(String written, String instead, String... told) {
        assertThatThrownBy(() -> changed(written, instead))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(told);
    }

    private static RuleBook changed(String written, String instead) {
        return RuleBook.load(path -> {
            var content = ShippedFiles.read(path);
            int at = path.equals("rules/en.yaml") ? content.indexOf(written) : -1;
            return at < 0 ? content : content.substring(0, at) + instead + content.substring(at + written.length());
        });
    }
}
