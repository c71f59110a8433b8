package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer.Tier;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.Severity;
import io.redress.routing.domain.RoutingRow.Amount;
import io.redress.routing.domain.RoutingRow.Clearance;
import io.redress.routing.domain.RoutingRow.Involved;
import io.redress.routing.domain.RoutingRow.When;
import io.redress.routing.domain.TableFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a table is found exactly, all at once, with an example. */
class TableCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final Departments DEPARTMENTS = new Departments(
            List.of(
                    new Department(FINANCE, "Finance", List.of(), 8),
                    new Department(LOGISTICS, "Logistics", List.of(), 8),
                    new Department(LEGAL, "Legal", List.of(), 8)),
            FINANCE,
            LOGISTICS);
    private static final RoutingRow REST = row("rest", when("unclear"), LOGISTICS);

    @ParameterizedTest
    @Behaviour("R100")
    @EnumSource(Industry.class)
    void the_shipped_table_has_nothing_wrong_in_any_profile(Industry profile) {
        assertThat(Shipped.table(profile).warnings()).isEmpty();
    }

    @Test
    void a_gap_is_found_however_narrow_and_shown_by_facts_that_fall_through() {
        assertThat(findings(
                        row("small", when(null, new Amount(null, 100L)), LOGISTICS),
                        row("large", when(null, new Amount(101L, null)), LOGISTICS),
                        REST))
                .filteredOn(it -> it.sentence().contains("delivery"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.GAP);
                    assertThat(it.stopsTheStart()).isTrue();
                    assertThat(shown(it).amount()).isNull();
                });
        RoutingRow unnamed = row("unnamed", when("delivery"), LOGISTICS);
        assertThat(findings(unnamed, REST)).isEmpty();
        assertThat(findings(
                        row("vip", new When(List.of("delivery"), null, Tier.VIP, null, null, null), LOGISTICS),
                        row("calm", new When(List.of("delivery"), null, null, null, false, null), LOGISTICS),
                        REST))
                .singleElement()
                .satisfies(it -> assertThat(it.example())
                        .extracting(Facts::tier, Facts::crisis)
                        .containsExactly(Tier.STANDARD, true));
    }

    @Test
    void a_gap_in_time_is_one() {
        RoutingRow until = dated(row("parcels", when("delivery"), LOGISTICS), null, NOW);
        RoutingRow from = dated(row("parcels-later", when("delivery"), LOGISTICS), NOW.plusSeconds(1), null);

        assertThat(findings(until, from, REST)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.GAP);
            assertThat(it.at()).isEqualTo(NOW);
        });
        assertThat(TableCheck.findings(
                        DEPARTMENTS,
                        new DeclaredTable(Set.of("unclear"), List.of(new RulesVersion("late", NOW, List.of(REST)))),
                        Industry.BOTH))
                .extracting(TableFinding::sentence)
                .anyMatch(it -> it.startsWith("Expected one version without validFrom"));
    }

    @Test
    void two_rows_that_fit_the_same_facts_must_say_which_one_wins() {
        RoutingRow parcels = row("parcels", when("delivery"), LOGISTICS);
        RoutingRow dear = row("dear", when("delivery", new Amount(1000L, null)), FINANCE);

        assertThat(findings(parcels, dear, REST)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(it.rows()).containsExactly("parcels", "dear");
            assertThat(it.departments()).containsExactly(LOGISTICS, FINANCE);
            assertThat(shown(it).amount()).isEqualTo(1000L);
            assertThat(it.remedy()).contains("before: [dear]");
        });
        assertThat(findings(parcels, before(dear, "parcels"), REST)).isEmpty();
        assertThat(findings(
                        row("dear", when("delivery", new Amount(1000L, null)), FINANCE),
                        row("cheap", when("delivery", new Amount(0L, 1000L)), LOGISTICS),
                        row("unnamed", when("delivery"), FINANCE),
                        REST))
                .extracting(TableFinding::kind, TableFinding::rows)
                .containsExactly(tuple(Kind.OVERLAP, List.of("cheap", "unnamed")));
    }

    @Test
    void a_third_row_that_wins_over_one_of_two_takes_the_doubt_away() {
        RoutingRow one = row("one", when("delivery", new Amount(10L, 30L)), LOGISTICS);
        RoutingRow two = row("two", when("delivery", new Amount(20L, null)), FINANCE);
        RoutingRow third = before(row("third", when("delivery", new Amount(20L, 30L)), LEGAL), "one", "two");
        RoutingRow others = row("others", when("delivery"), LOGISTICS);
        RoutingRow oneFirst = before(one, "others");
        RoutingRow twoFirst = before(two, "others");

        assertThat(findings(oneFirst, twoFirst, others, REST)).hasSize(1);
        assertThat(findings(oneFirst, twoFirst, third, others, REST)).isEmpty();
    }

    @Test
    void a_row_that_never_decides_is_told_and_does_not_stop_the_start() {
        RoutingRow all = before(row("all", when("delivery"), LOGISTICS), "never");
        RoutingRow never = row("never", when("delivery", new Amount(5L, null)), FINANCE);
        RoutingRow empty = row("empty", when("delivery", new Amount(5L, 5L)), LOGISTICS);
        RoutingRow heard =
                row("heard", new When(List.of("delivery"), Cause.VENTING, null, null, null, null), LOGISTICS);

        assertThat(findings(all, never, empty, heard, REST))
                .extracting(
                        TableFinding::kind,
                        TableFinding::stopsTheStart,
                        it -> it.rows().getFirst())
                .containsExactly(
                        tuple(Kind.UNREACHABLE, false, "never"),
                        tuple(Kind.UNREACHABLE, false, "empty"),
                        tuple(Kind.UNREACHABLE, false, "heard"));
    }

    @Test
    @Behaviour("R100")
    void what_one_department_requires_another_must_not_forbid() {
        RoutingRow parcels = row("parcels", when("delivery"), LOGISTICS);
        RoutingRow finance = adding("finance-clears", when("delivery", new Amount(500L, null)), FINANCE, FINANCE, null);
        RoutingRow logistics =
                adding("logistics-alone", when("delivery", new Amount(null, 1000L)), LOGISTICS, null, FINANCE);

        assertThat(findings(parcels, finance, logistics, REST)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.CONTRADICTION);
            assertThat(it.rows()).containsExactly("logistics-alone", "finance-clears");
            assertThat(it.departments()).containsExactly(LOGISTICS, FINANCE);
            assertThat(shown(it).amount()).isEqualTo(500L);
        });
        RoutingRow apart =
                adding("logistics-alone", when("delivery", new Amount(null, 500L)), LOGISTICS, null, FINANCE);
        assertThat(findings(parcels, finance, apart, REST)).isEmpty();
    }

    @Test
    @Behaviour("R100")
    void what_is_one_departments_alone_is_claimed_by_no_other_and_led_by_no_other() {
        Departments departments = new Departments(
                List.of(
                        new Department(FINANCE, "Finance", List.of("invoice"), 8, List.of("invoice")),
                        new Department(LEGAL, "Legal", List.of("invoice"), 8, List.of("invoice")),
                        new Department(LOGISTICS, "Logistics", List.of(), 8)),
                LOGISTICS,
                LOGISTICS);

        assertThat(TableCheck.findings(
                        departments,
                        DeclaredTable.of(
                                Set.of("invoice"),
                                List.of(row("all", new When(null, null, null, null, null, null), LOGISTICS))),
                        Industry.BOTH))
                .extracting(TableFinding::kind, TableFinding::departments)
                .containsExactly(
                        tuple(Kind.CONTRADICTION, List.of(FINANCE, LEGAL)),
                        tuple(Kind.CONTRADICTION, List.of(FINANCE, LOGISTICS)));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(findings(
                        row("a", when("delivery"), new DepartmentCode("transport")),
                        before(row("a", when("parcel"), LOGISTICS), "nowhere"),
                        row("b", when("delivery"), LOGISTICS)))
                .filteredOn(TableFinding::stopsTheStart)
                .extracting(TableFinding::kind)
                .containsExactlyInAnyOrder(
                        Kind.UNKNOWN_NAME, Kind.UNKNOWN_NAME, Kind.UNKNOWN_NAME, Kind.TWICE, Kind.OVERLAP, Kind.GAP);
    }

    @Test
    void what_would_take_too_long_is_said_to() {
        List<RoutingRow> rows = new ArrayList<>(List.of(REST));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            rows.add(row("row-" + i, any(random, 300, 0.9), LOGISTICS));
        }

        assertThat(findings(rows.toArray(RoutingRow[]::new))).hasSizeLessThanOrEqualTo(TableCheck.MOST_FINDINGS);
    }

    /** The check against trying all facts there are. */
    @Test
    void gaps_and_overlaps_are_exactly_those_that_trying_everything_finds() {
        for (int round = 0; round < 300; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            List<RoutingRow> rows = new ArrayList<>(List.of(REST));
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                RoutingRow row = row("row-" + i, any(random, 4, 0.3), random.nextBoolean() ? LOGISTICS : FINANCE);
                rows.add(i > 0 && random.nextBoolean() ? before(row, "row-" + random.nextInt(i)) : row);
            }

            List<TableFinding> findings = findings(rows.toArray(RoutingRow[]::new));

            assertThat(findings.stream().anyMatch(it -> it.kind() == Kind.GAP))
                    .as("gap, seed " + seed)
                    .isEqualTo(all().stream().anyMatch(facts -> rows.stream().noneMatch(it -> fits(it, facts))));
            assertThat(findings.stream().anyMatch(it -> it.kind() == Kind.OVERLAP))
                    .as("overlap, seed " + seed)
                    .isEqualTo(all().stream().anyMatch(facts -> torn(rows, facts)));
        }
    }

    private static boolean torn(List<RoutingRow> rows, Facts facts) {
        Precedence precedence = new Precedence(rows);
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (fits(rows.get(i), facts)) {
                fitting.add(i);
            }
        }
        return fitting.stream()
                        .filter(one -> fitting.stream().noneMatch(other -> precedence.isBefore(other, one)))
                        .map(it -> rows.get(it).lead())
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean fits(RoutingRow row, Facts facts) {
        return row.when().fits(facts.problems().getFirst(), facts);
    }

    private static List<Facts> all() {
        List<Facts> all = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            for (boolean inPublic : List.of(false, true)) {
                for (Severity severity : Severity.values()) {
                    for (long amount = -1; amount < 8; amount++) {
                        all.add(new Facts(
                                List.of(new Problem("delivery", Cause.SERVICE_FAILURE)),
                                tier,
                                inPublic,
                                false,
                                false,
                                "BOTH",
                                severity,
                                amount < 0 ? null : amount));
                    }
                }
            }
        }
        return all;
    }

    private static When any(Random random, int most, double asked) {
        long from = random.nextInt(most);
        return new When(
                List.of("delivery"),
                null,
                random.nextDouble() < asked ? Tier.values()[random.nextInt(2)] : null,
                random.nextDouble() < asked ? random.nextBoolean() : null,
                null,
                null,
                random.nextDouble() < asked ? new Amount(from, from + 1 + random.nextInt(most)) : null,
                random.nextDouble() < asked
                        ? List.of(Severity.values()[random.nextInt(4)], Severity.values()[random.nextInt(4)])
                        : null,
                null);
    }

    private static List<TableFinding> findings(RoutingRow... rows) {
        return TableCheck.findings(DEPARTMENTS, DeclaredTable.of(Set.of("delivery"), List.of(rows)), Industry.BOTH);
    }

    private static Facts shown(TableFinding finding) {
        return Objects.requireNonNull(finding.example());
    }

    private static When when(@Nullable String nature) {
        return when(nature, null);
    }

    private static When when(@Nullable String nature, @Nullable Amount amount) {
        return new When(
                List.of(nature == null ? "delivery" : nature), null, null, null, null, null, amount, null, null);
    }

    private static RoutingRow row(String id, When when, DepartmentCode lead) {
        return new RoutingRow(id, when, lead, "Because.", null, null);
    }

    private static RoutingRow before(RoutingRow row, String... others) {
        return new RoutingRow(
                row.id(),
                row.when(),
                row.lead(),
                row.reason(),
                null,
                null,
                null,
                null,
                List.of(others),
                null,
                null,
                null);
    }

    private static RoutingRow dated(RoutingRow row, @Nullable Instant from, @Nullable Instant until) {
        return new RoutingRow(
                row.id(), row.when(), row.lead(), row.reason(), null, null, null, null, null, null, from, until);
    }

    private static RoutingRow adding(
            String id,
            When when,
            DepartmentCode by,
            @Nullable DepartmentCode gate,
            @Nullable DepartmentCode forbidden) {
        return new RoutingRow(
                id,
                when,
                null,
                null,
                null,
                List.of(new Involved(LEGAL, RequestKind.INFORMATION, "Because.")),
                gate == null ? null : List.of(new Clearance(gate, "Because.")),
                forbidden == null ? null : List.of(new Clearance(forbidden, "Because.")),
                null,
                by,
                null,
                null);
    }
}
