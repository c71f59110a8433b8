package io.redress.routing.domain;

import static io.redress.contracts.RequestKind.INFORMATION;
import static io.redress.contracts.RequestKind.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer.Tier;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingTableTest {
    private static final Departments FEW = new Departments(
            Stream.of("finance", "logistics", "senior-management", "front-desk")
                    .map(it -> new Department(code(it), it, List.of(), 8))
                    .toList(),
            code("front-desk"),
            code("front-desk"));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "{0} goes to {1}")
    @Behaviour({
        "R23", "R24", "R25", "R27", "R28", "R29", "R30", "R31", "R32", "R33", "R34", "R35", "R36", "R37", "R38", "R40",
        "R41", "R43", "R44", "R45", "R47", "R48"
    })
    @CsvSource({
        "missing-feature,     product-management",
        "roadmap,             product-management",
        "invoice,             finance",
        "payment,             finance",
        "overcharge,          finance",
        "refund,              finance",
        "payment-plan,        finance",
        "contract,            legal-compliance",
        "terms-of-service,    legal-compliance",
        "major-claim,         legal-compliance",
        "technical-fault,     development",
        "crash,               development",
        "product-error,       development",
        "defect,              manufacturing+quality-control",
        "failure,             manufacturing+quality-control",
        "recall,              manufacturing+quality-control",
        "misleading-promotion,marketing-pr",
        "public-impact,       marketing-pr",
        "delivery,            logistics",
        "inventory,           logistics",
        "return,              logistics",
        "vip,                 senior-management",
        "crisis,              senior-management",
        "unclear,             front-desk",
        "something-new,       front-desk"
    })
    void every_trigger_of_the_sources_routes_as_written(String nature, String departments) {
        Plan plan = Shipped.TABLE.plan(Tier.STANDARD, about(nature), NOW);

        assertThat(plan.parts())
                .extracting(it -> it.department().value(), Plan.Part::kind)
                .containsExactlyElementsOf(List.of(departments.split("\\+")).stream()
                        .map(it -> tuple(it, SOLUTION))
                        .toList());
        assertThat(plan.lead()).isEqualTo(plan.parts().getFirst().department());
        assertThat(plan.parts()).allSatisfy(it -> {
            assertThat(it.reason()).endsWith(".");
            assertThat(it.subject()).endsWith(".");
        });
    }

    @ParameterizedTest
    @Behaviour({"R37", "R38", "R39"})
    @CsvSource({
        "SOFTWARE, crash,  development",
        "SOFTWARE, defect, development",
        "GOODS,    crash,  manufacturing+quality-control",
        "GOODS,    defect, manufacturing+quality-control",
        "BOTH,     crash,  development",
        "BOTH,     defect, manufacturing+quality-control"
    })
    void the_industry_profile_decides_between_development_and_manufacturing(
            Industry profile, String nature, String departments) {
        assertThat(Shipped.table(profile)
                        .plan(Tier.STANDARD, about(nature), NOW)
                        .parts())
                .extracting(it -> it.department().value())
                .containsExactly(departments.split("\\+"));
    }

    @ParameterizedTest
    @Behaviour({"R8"})
    @EnumSource(names = {"VENTING", "NO_COMPLAINT"})
    void who_only_wants_to_be_heard_creates_no_work_even_as_a_vip_in_public(Cause cause) {
        Hypothesis heard = new Hypothesis("venting", cause, 0.9, List.of(), "rule");
        Plan plan = Shipped.TABLE.plan(Tier.VIP, new Diagnosis(List.of(heard), true, true), NOW);

        assertThat(plan).isEqualTo(new Plan(null, Plan.LISTENING, List.of(), List.of(), "2026-01", plan.facts()));
    }

    @Test
    @Behaviour({"R10", "R22"})
    void several_problems_go_to_several_departments_and_the_strongest_leads() {
        Plan plan = Shipped.TABLE.plan(
                Tier.STANDARD,
                new Diagnosis(List.of(of("delivery", 0.8), of("invoice", 0.6), of("crash", 0.4)), false, false),
                NOW);

        assertThat(plan.lead()).isEqualTo(new DepartmentCode("logistics"));
        assertThat(plan.parts())
                .extracting(it -> it.department().value(), Plan.Part::nature)
                .containsExactly(tuple("logistics", "delivery"), tuple("finance", "invoice"));
    }

    @Test
    void two_problems_of_one_department_are_one_request() {
        Plan plan = Shipped.TABLE.plan(
                Tier.STANDARD, new Diagnosis(List.of(of("overcharge", 0.8), of("refund", 0.7)), false, false), NOW);

        assertThat(plan.parts())
                .singleElement()
                .satisfies(it -> assertThat(it.nature()).isEqualTo("overcharge"));
    }

    @Test
    @Behaviour({"R41", "R47", "R48"})
    void vip_publicity_and_crisis_add_departments() {
        Diagnosis quiet = about("invoice");
        Diagnosis loud = new Diagnosis(quiet.hypotheses(), true, false);
        Diagnosis grave = new Diagnosis(quiet.hypotheses(), false, true);

        assertThat(kinds(Shipped.TABLE.plan(Tier.VIP, quiet, NOW)))
                .containsExactly("finance SOLUTION", "senior-management INFORMATION");
        assertThat(kinds(Shipped.TABLE.plan(Tier.STANDARD, loud, NOW)))
                .containsExactly("finance SOLUTION", "marketing-pr INFORMATION");
        assertThat(kinds(Shipped.TABLE.plan(Tier.VIP, grave, NOW)))
                .containsExactly("finance SOLUTION", "senior-management SOLUTION");
    }

    @Test
    void a_department_that_solves_is_not_also_asked_for_information() {
        Diagnosis publicPromotion = new Diagnosis(about("misleading-promotion").hypotheses(), true, false);

        assertThat(kinds(Shipped.TABLE.plan(Tier.STANDARD, publicPromotion, NOW)))
                .containsExactly("marketing-pr SOLUTION");
    }

    @Test
    @Behaviour("R71")
    void a_further_department_is_only_data() {
        Departments departments = new Departments(
                List.of(
                        new Department(code("warehouse"), "Warehouse", List.of("delivery"), 8),
                        new Department(code("front-desk"), "Front desk", List.of(), 8)),
                code("front-desk"),
                code("front-desk"));
        RoutingTable table = new RoutingTable(
                departments,
                Set.of("delivery"),
                List.of(row("parcels", "warehouse", "delivery"), row("rest", "front-desk", "unclear")),
                Industry.BOTH);

        assertThat(table.plan(Tier.STANDARD, about("delivery"), NOW).lead()).isEqualTo(code("warehouse"));
    }

    @Test
    void a_table_that_leaves_a_complaint_without_a_department_does_not_come_into_being() {
        assertThatThrownBy(() -> table(row("rest", "front-desk", "unclear")))
                .hasMessage(
                        "Expected a row with a lead for every complaint about delivery in the industry profile BOTH, "
                                + "but version 1 has none for some of them");
        assertThatThrownBy(() -> table(row("a", "warehouse", "delivery"), row("rest", "front-desk", "unclear")))
                .hasMessageContaining("registered department in row a of the routing table, but got warehouse");
        assertThatThrownBy(() -> table(row("a", "front-desk", "parcel"), row("rest", "front-desk", "unclear")))
                .hasMessageContaining("nature of the vocabulary in row a of the routing table, but got parcel");
        assertThatThrownBy(() -> table(row("a", "front-desk", "delivery"), row("a", "front-desk", "unclear")))
                .hasMessageContaining("a is there twice");
    }

    @Test
    @Behaviour("R23")
    void the_version_in_force_at_the_moment_of_the_decision_decides() {
        Instant next = NOW.plusSeconds(1);
        RoutingTable table = new RoutingTable(
                FEW,
                new DeclaredTable(
                        Set.of("delivery"),
                        List.of(
                                new RulesVersion(
                                        "new",
                                        next,
                                        List.of(
                                                row("parcels", "finance", "delivery"),
                                                row("rest", "front-desk", "unclear"))),
                                new RulesVersion(
                                        "old",
                                        null,
                                        List.of(
                                                row("parcels", "logistics", "delivery"),
                                                row("rest", "front-desk", "unclear"))))),
                Industry.BOTH);

        assertThat(table.plan(Tier.STANDARD, about("delivery"), NOW))
                .extracting(Plan::lead, Plan::rulesVersion)
                .containsExactly(code("logistics"), "old");
        assertThat(table.plan(Tier.STANDARD, about("delivery"), next))
                .extracting(Plan::lead, Plan::rulesVersion)
                .containsExactly(code("finance"), "new");
    }

    @Test
    void a_row_counts_only_while_it_is_valid() {
        var always = new RoutingRow.When(List.of("delivery"), null, null, null, null, null);
        RoutingTable table = new RoutingTable(
                FEW,
                Set.of("delivery"),
                List.of(
                        row("parcels", "logistics", "delivery"),
                        new RoutingRow(
                                "christmas",
                                always,
                                code("senior-management"),
                                "Because.",
                                null,
                                null,
                                null,
                                null,
                                List.of("parcels"),
                                null,
                                NOW,
                                NOW.plusSeconds(60)),
                        row("rest", "front-desk", "unclear")),
                Industry.BOTH);

        assertThat(Stream.of(-1, 0, 59, 60)
                        .map(it -> table.plan(Tier.STANDARD, about("delivery"), NOW.plusSeconds(it))
                                .rule()))
                .containsExactly("parcels", "christmas", "christmas", "parcels");
    }

    @ParameterizedTest(name = "{0} {1} public {2} crisis {3} {4} amount {5}: {6}")
    @Behaviour({"R31", "R32", "R36", "R42", "R49", "R50"})
    @CsvSource({
        "invoice,          STANDARD, false, false, MEDIUM,   ,      finance",
        "payment-plan,     STANDARD, false, false, MEDIUM,   ,      finance",
        "payment,          STANDARD, false, false, MEDIUM,   ,      ''",
        "contract,         STANDARD, false, false, HIGH,     ,      legal-compliance",
        "terms-of-service, STANDARD, false, false, HIGH,     ,      legal-compliance",
        "major-claim,      STANDARD, false, false, HIGH,     ,      legal-compliance",
        "delivery,         STANDARD, true,  false, MEDIUM,   ,      marketing-pr",
        "delivery,         STANDARD, true,  false, CRITICAL, ,      marketing-pr+senior-management",
        "delivery,         STANDARD, false, true,  CRITICAL, ,      senior-management",
        "refund,           VIP,      false, false, HIGH,     9999,  ''",
        "refund,           VIP,      false, false, HIGH,     10000, senior-management",
        "invoice,          STANDARD, false, false, HIGH,     10000, finance+senior-management"
    })
    void what_must_be_cleared_before_anything_leaves_is_part_of_the_plan(
            String nature, Tier tier, boolean inPublic, boolean crisis, Severity severity, Long amount, String gates) {
        Diagnosis diagnosis = new Diagnosis(about(nature).hypotheses(), inPublic, crisis, severity, false, amount);

        Plan plan = Shipped.TABLE.plan(tier, diagnosis, NOW);

        assertThat(plan.gates().stream().map(it -> it.department().value()).collect(Collectors.joining("+")))
                .isEqualTo(gates);
        assertThat(plan.gates()).allSatisfy(it -> {
            assertThat(it.reason()).endsWith(".");
            assertThat(it.rule()).isNotEmpty();
        });
    }

    private static RoutingTable table(RoutingRow... rows) {
        Departments departments = new Departments(
                List.of(new Department(code("front-desk"), "Front desk", List.of(), 8)),
                code("front-desk"),
                code("front-desk"));
        return new RoutingTable(departments, Set.of("delivery"), List.of(rows), Industry.BOTH);
    }

    private static RoutingRow row(String id, String lead, String nature) {
        var when = new RoutingRow.When(List.of(nature), null, null, null, null, null);
        return new RoutingRow(id, when, code(lead), "Because.", null, null);
    }

    private static List<String> kinds(Plan plan) {
        assertThat(plan.parts()).extracting(Plan.Part::kind).isSubsetOf(SOLUTION, INFORMATION);
        return plan.parts().stream()
                .map(it -> it.department() + " " + it.kind())
                .toList();
    }

    private static Diagnosis about(String nature) {
        return new Diagnosis(List.of(of(nature, 0.9)), false, false);
    }

    private static Hypothesis of(String nature, double confidence) {
        return new Hypothesis(nature, Cause.SERVICE_FAILURE, confidence, List.of(), "rule");
    }

    private static DepartmentCode code(String value) {
        return new DepartmentCode(value);
    }
}
