package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.Region.Looks;
import io.redress.routing.domain.Region.TooIntertwined;
import io.redress.routing.domain.RoutingRow.Clearance;
import io.redress.routing.domain.RoutingRow.Involved;
import io.redress.routing.domain.TableFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gaps, overlaps and contradictions among the rows of one version. */
final class RowCheck {
    /** So many looks at one row beside another take about a second; a table that people can read needs a few thousand. */
    private static final int MOST_LOOKS = 2_000_000;

    private final Map<String, List<DepartmentCode>> exclusive;
    private final DeclaredTable table;
    private final RulesVersion version;
    private final Industry profile;
    private final FactSpace space;
    /** Rows with a lead, winners first. */
    private final List<RoutingRow> leading;

    private final List<Region> regions;
    private final Precedence precedence;
    private final List<RoutingRow> adding;
    private final Looks looks = new Looks(MOST_LOOKS);
    private final List<TableFinding> findings = new ArrayList<>();

    RowCheck(Departments departments, DeclaredTable table, RulesVersion version, Instant until, Industry profile) {
        this.exclusive = DepartmentRules.exclusive(departments);
        this.table = table;
        this.version = version;
        this.profile = profile;
        this.space = new FactSpace(table, version, until, profile);
        List<RoutingRow> counting = version.rows().stream()
                .filter(it -> profile.includes(it.when().industry()))
                .toList();
        this.leading =
                new Precedence(counting.stream().filter(it -> it.lead() != null).toList()).inOrder();
        this.regions = leading.stream().map(space::region).toList();
        this.precedence = new Precedence(leading);
        this.adding = counting.stream().filter(it -> it.lead() == null).toList();
    }

    List<TableFinding> findings() {
        try {
            gaps();
            overlaps();
            forbidden();
            takenFromTheirDepartment();
        } catch (TooIntertwined tooMuch) {
            findings.add(TableFinding.wrong(
                    Kind.TOO_INTERTWINED,
                    version.id(),
                    List.of(),
                    "Expected rows that can be told apart, but version " + version.id()
                            + " would take too long to look through",
                    "Ask for fewer things at once in its rows."));
        }
        return findings;
    }

    private void gaps() throws TooIntertwined {
        for (String nature : table.natures().stream().sorted().toList()) {
            Region gap = space.about(nature).outside(regions, looks);
            if (gap != null) {
                findings.add(TableFinding.wrong(
                                Kind.GAP,
                                version.id(),
                                List.of(),
                                "Expected a row with a lead for every complaint about " + nature
                                        + " in the industry profile " + profile + ", but version " + version.id()
                                        + " has none for some of them",
                                "Add a row with a lead that fits the example, or let another one ask for less.")
                        .shownBy(space.example(gap)));
            }
        }
    }

    private void overlaps() throws TooIntertwined {
        for (int one = 0; one < leading.size(); one++) {
            if (precedence.isCircular(one)) {
                findings.add(TableFinding.wrong(
                        Kind.OVERLAP,
                        version.id(),
                        List.of(leading.get(one).id()),
                        "Expected an order of precedence, but row "
                                + leading.get(one).id() + " goes before itself through others",
                        "Take it out of before somewhere in the circle."));
            }
            for (int other = one + 1; other < leading.size(); other++) {
                overlap(one, other);
            }
        }
    }

    private void overlap(int one, int other) throws TooIntertwined {
        RoutingRow row = leading.get(one);
        RoutingRow second = leading.get(other);
        if (hasSameResult(row, second) || precedence.isBefore(one, other) || precedence.isBefore(other, one)) {
            return;
        }
        Region torn = regions.get(one).and(regions.get(other)).outside(winningOverOneOf(one, other), looks);
        if (torn == null) {
            return;
        }
        boolean sameLead = Objects.equals(row.lead(), second.lead());
        TableFinding finding = TableFinding.wrong(
                        Kind.OVERLAP,
                        version.id(),
                        List.of(row.id(), second.id()),
                        "Expected one row that decides, but " + row.id() + " (" + row.lead() + ") and " + second.id()
                                + " (" + second.lead() + ") fit the same facts and neither goes before the other",
                        "Say before: [" + second.id() + "] in row " + row.id()
                                + " or the other way round, or let one of them ask for less.")
                .of(Stream.of(row.lead(), second.lead())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .shownBy(space.example(torn));
        findings.add(sameLead ? finding.onlyTold() : finding);
    }

    private List<Region> winningOverOneOf(int one, int other) {
        return IntStream.range(0, leading.size())
                .filter(it -> precedence.isBefore(it, one) || precedence.isBefore(it, other))
                .mapToObj(regions::get)
                .toList();
    }

    private static boolean hasSameResult(RoutingRow one, RoutingRow other) {
        return Objects.equals(one.lead(), other.lead())
                && one.involved().equals(other.involved())
                && one.gates().equals(other.gates());
    }

    /** Rows that decide something in a company of this profile. */
    Set<RoutingRow> deciding() throws TooIntertwined {
        Set<RoutingRow> deciding = new HashSet<>();
        for (int i = 0; i < leading.size(); i++) {
            if (regions.get(i).outside(decidingBefore(i), looks) != null) {
                deciding.add(leading.get(i));
            }
        }
        adding.stream().filter(it -> !space.region(it).isEmpty()).forEach(deciding::add);
        return deciding;
    }

    /** Rows that win over one, or would have the same lead; where nothing is said, that is a finding of its own. */
    private List<Region> decidingBefore(int row) {
        return IntStream.range(0, row)
                .filter(it -> precedence.isBefore(it, row)
                        || Objects.equals(
                                leading.get(it).lead(), leading.get(row).lead()))
                .mapToObj(regions::get)
                .toList();
    }

    /** What one row forbids, another must not require of the same case. */
    private void forbidden() throws TooIntertwined {
        List<RoutingRow> all = Stream.concat(leading.stream(), adding.stream()).toList();
        for (RoutingRow forbidding : all) {
            for (Clearance forbidden : forbidding.forbids()) {
                for (RoutingRow requiring : all) {
                    if (requires(requiring, forbidden.department())) {
                        contradict(forbidding, requiring, forbidden.department());
                    }
                }
            }
        }
    }

    private void contradict(RoutingRow forbidding, RoutingRow requiring, DepartmentCode department)
            throws TooIntertwined {
        boolean compete = forbidding.lead() != null && requiring.lead() != null && !forbidding.equals(requiring);
        Region both = space.region(forbidding).and(space.region(requiring));
        Region torn = compete ? null : both.outside(winningOver(forbidding, requiring), looks);
        if (torn != null) {
            findings.add(TableFinding.wrong(
                            Kind.CONTRADICTION,
                            version.id(),
                            Stream.of(forbidding.id(), requiring.id())
                                    .distinct()
                                    .toList(),
                            "Expected rules that agree about " + department + ", but row " + requiring.id()
                                    + " requires it where row " + forbidding.id() + " forbids it",
                            "Let the departments agree: take it out of one of the rows, or let one of them ask for less.")
                    .of(Stream.of(maker(forbidding), maker(requiring), department)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList())
                    .shownBy(space.example(torn)));
        }
    }

    /** A row with a lead says nothing where another one wins over it. */
    private List<Region> winningOver(RoutingRow... rows) {
        return Stream.of(rows)
                .filter(it -> it.lead() != null)
                .flatMap(it -> regions.subList(0, leading.indexOf(it)).stream())
                .distinct()
                .toList();
    }

    private static boolean requires(RoutingRow row, DepartmentCode department) {
        return department.equals(row.lead())
                || row.involved().stream().map(Involved::department).anyMatch(department::equals)
                || row.gates().stream().map(Clearance::department).anyMatch(department::equals);
    }

    private static @Nullable DepartmentCode maker(RoutingRow row) {
        return Optional.ofNullable(row.by()).orElse(row.lead());
    }

    /** What a department says is its alone, no row gives to another one. */
    private void takenFromTheirDepartment() throws TooIntertwined {
        for (Map.Entry<String, List<DepartmentCode>> claim : exclusive.entrySet()) {
            for (int i = 0; i < leading.size(); i++) {
                RoutingRow row = leading.get(i);
                Region taken = regions.get(i).and(space.about(claim.getKey())).outside(regions.subList(0, i), looks);
                if (taken != null && row.lead() != null && !claim.getValue().contains(row.lead())) {
                    findings.add(TableFinding.wrong(
                                    Kind.CONTRADICTION,
                                    version.id(),
                                    List.of(row.id()),
                                    "Expected complaints about " + claim.getKey() + " to be led by "
                                            + claim.getValue().getFirst() + ", which handles them exclusively, but row "
                                            + row.id() + " gives them to " + row.lead(),
                                    "Let the departments agree: change the lead, or take the nature out of exclusively.")
                            .of(List.of(claim.getValue().getFirst(), row.lead()))
                            .shownBy(space.example(taken)));
                }
            }
        }
    }
}
