package io.redress.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Customer.Tier;
import io.redress.contracts.DepartmentCode;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.routing.application.DeclaredRules;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Diagnosis;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.Plan;
import io.redress.routing.domain.RoutingTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trigger of the sources, in customers' words: read by intake's rules, decided by routing's table. */
class TriggersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(RuleBook.load(TriggersTest::read));
    private static final Departments DEPARTMENTS =
            DeclaredRules.departments("departments.yaml", stream("departments.yaml"));
    private static final RoutingTable TABLE = table(Industry.BOTH);

    /** By trigger, the department that leads. */
    private static final Map<String, String> LEADS = Map.ofEntries(
            Map.entry("R24", "product-management"),
            Map.entry("R25", "product-management"),
            Map.entry("R27", "finance"),
            Map.entry("R28", "finance"),
            Map.entry("R29", "finance"),
            Map.entry("R30", "finance"),
            Map.entry("R31", "finance"),
            Map.entry("R32", "finance"),
            Map.entry("R33", "legal-compliance"),
            Map.entry("R34", "legal-compliance"),
            Map.entry("R35", "legal-compliance"),
            Map.entry("R37", "development"),
            Map.entry("R38", "manufacturing"),
            Map.entry("R40", "marketing-pr"),
            Map.entry("R41", "marketing-pr"),
            Map.entry("R43", "logistics"),
            Map.entry("R44", "logistics"),
            Map.entry("R45", "logistics"),
            Map.entry("R48", "senior-management"));

    record Said(String trigger, String language, String words) {}

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("said")
    @Behaviour({
        "R24", "R25", "R27", "R28", "R29", "R30", "R31", "R32", "R33", "R34", "R35", "R37", "R38", "R40", "R41", "R43",
        "R44", "R45", "R48"
    })
    void what_customers_say_reaches_the_department_of_its_trigger(String trigger, String language, String words) {
        Plan plan = plan(TABLE, Tier.STANDARD, words, language);

        String lead = LEADS.getOrDefault(trigger, "nobody");
        assertThat(plan.lead()).as(words).isEqualTo(new DepartmentCode(lead));

        if (trigger.equals("R38")) {
            assertThat(departments(plan)).contains("quality-control");
        }
        if (trigger.equals("R31") || trigger.equals("R32")) {
            assertThat(gates(plan)).contains("finance");
        }
        if (List.of("R33", "R34", "R35").contains(trigger)) {
            assertThat(gates(plan)).contains("legal-compliance");
        }
        if (trigger.equals("R41")) {
            assertThat(gates(plan)).contains("marketing-pr");
        }
    }

    static Stream<Arguments> said() {
        return complaints().stream().map(it -> Arguments.of(it.trigger(), it.language(), it.words()));
    }

    @Test
    void every_trigger_is_said_in_at_least_three_ways_in_each_language() {
        Map<String, Long> ways = complaints().stream()
                .collect(Collectors.groupingBy(it -> it.trigger() + " " + it.language(), Collectors.counting()));

        assertThat(LEADS.keySet().stream()
                        .flatMap(trigger -> Stream.of("en", "it", "ro", "pl").map(it -> trigger + " " + it)))
                .allSatisfy(it -> assertThat(ways.getOrDefault(it, 0L)).as(it).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("said")
    @Behaviour("R47")
    void whatever_a_vip_says_senior_management_knows_of_it(String trigger, String language, String words) {
        Set<String> standard = departments(plan(TABLE, Tier.STANDARD, words, language));
        standard.add("senior-management");

        assertThat(departments(plan(TABLE, Tier.VIP, words, language))).isEqualTo(standard);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    @Behaviour("R39")
    void the_industry_profile_decides_who_looks_into_faults_and_defects(Industry profile) {
        RoutingTable table = table(profile);
        String faults = profile == Industry.GOODS ? "manufacturing" : "development";
        String defects = profile == Industry.SOFTWARE ? "development" : "manufacturing";

        complaints().stream()
                .filter(it -> it.trigger().equals("R37"))
                .forEach(it -> assertThat(plan(table, Tier.STANDARD, it.words(), it.language())
                                .lead())
                        .as(it.words())
                        .isEqualTo(new DepartmentCode(faults)));
        complaints().stream()
                .filter(it -> it.trigger().equals("R38"))
                .forEach(it -> assertThat(plan(table, Tier.STANDARD, it.words(), it.language())
                                .lead())
                        .as(it.words())
                        .isEqualTo(new DepartmentCode(defects)));
    }

    private static Plan plan(RoutingTable table, Tier tier, String words, String language) {
        var found = DIAGNOSTICIAN.diagnose(words, language);
        return table.plan(
                tier,
                new Diagnosis(
                        found.hypotheses(),
                        found.publicImpact(),
                        found.crisis(),
                        found.severity(),
                        found.massOutage(),
                        found.largestAmount()),
                NOW);
    }

    private static Set<String> departments(Plan plan) {
        return plan.parts().stream().map(it -> it.department().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gates(Plan plan) {
        return plan.gates().stream().map(it -> it.department().value()).collect(Collectors.toSet());
    }

    private static List<Said> complaints() {
        return read("triggers/complaints.txt")
                .lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> Arrays.stream(it.split("\\|", 3)).map(String::strip).toList())
                .map(it -> new Said(it.get(0), it.get(1), it.get(2)))
                .toList();
    }

    private static RoutingTable table(Industry profile) {
        return DeclaredRules.table("routing-rules.yaml", stream("routing-rules.yaml"), DEPARTMENTS, profile);
    }

    private static InputStream stream(String path) {
        return new ByteArrayInputStream(read(path).getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String path) {
        try (var file = TriggersTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
