package io.redress.routing.domain;

import io.redress.contracts.Customer;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which departments a case needs, as a declared table with versions (R23). Checked at birth: a table that exists can
 * route every case at any time.
 */
public final class RoutingTable {
    private final Set<String> natures;
    /** The latest first. */
    private final List<Version> versions;

    private final List<TableFinding> warnings;
    private final Industry profile;

    /** @throws IllegalArgumentException with everything that is wrong, a sentence each */
    public RoutingTable(Departments departments, DeclaredTable declared, Industry profile) {
        List<TableFinding> findings = TableCheck.findings(departments, declared, profile);
        String wrong = findings.stream()
                .filter(TableFinding::stopsTheStart)
                .map(TableFinding::sentence)
                .collect(Collectors.joining("\n"));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
        this.warnings = List.copyOf(findings);
        this.natures = declared.natures();
        this.profile = profile;
        this.versions = declared.versions().stream()
                .sorted(Comparator.comparing(RulesVersion::from).reversed())
                .map(it -> Version.of(it, profile))
                .toList();
    }

    /** A table that has only ever had these rows. */
    public RoutingTable(Departments departments, Set<String> natures, List<RoutingRow> rows, Industry profile) {
        this(departments, DeclaredTable.of(natures, rows), profile);
    }

    /** What is not wrong, but most likely not meant. */
    public List<TableFinding> warnings() {
        return warnings;
    }

    /** Who is needed, and why, by the version that is in force. */
    public Plan plan(Customer.Tier tier, Diagnosis diagnosis, Instant now) {
        return plan(diagnosis.facts(tier, profile), now);
    }

    /** The same from the facts alone. */
    public Plan plan(Facts facts, Instant now) {
        Version version = inForce(now);
        if (!Diagnosis.createsWork(facts.problems().getFirst().cause())) {
            return Plan.listening(version.id(), facts);
        }
        List<RoutingRow> leading =
                version.leading().stream().filter(it -> it.countsAt(now)).toList();
        List<RoutingRow> adding =
                version.adding().stream().filter(it -> it.countsAt(now)).toList();
        List<Problem> problems = facts.problems().stream().map(this::known).toList();
        Planning planning = new Planning();
        problems.forEach(problem -> planning.add(first(leading, problem, facts), problem.nature()));
        adding.forEach(row -> problems.stream()
                .filter(problem -> row.when().fits(problem, facts))
                .findFirst()
                .ifPresent(problem -> planning.add(row, problem.nature())));
        RoutingRow first = first(leading, problems.getFirst(), facts);
        return new Plan(first.lead(), first.id(), planning.parts(), planning.gates(), version.id(), facts);
    }

    private Version inForce(Instant now) {
        return versions.stream()
                .filter(it -> !now.isBefore(it.from()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a version in force at " + now));
    }

    private Problem known(Problem problem) {
        return natures.contains(problem.nature()) ? problem : new Problem(DeclaredTable.UNCLEAR, problem.cause());
    }

    private static RoutingRow first(List<RoutingRow> leading, Problem problem, Facts facts) {
        return leading.stream()
                .filter(row -> row.when().fits(problem, facts))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a row for " + problem.nature()));
    }

    /**
     * What a company of one profile uses of a version.
     *
     * @param leading rows with a lead, winners first
     * @param adding rows that only add
     */
    private record Version(String id, Instant from, List<RoutingRow> leading, List<RoutingRow> adding) {
        static Version of(RulesVersion declared, Industry profile) {
            List<RoutingRow> rows = declared.rows().stream()
                    .filter(it -> profile.includes(it.when().industry()))
                    .toList();
            return new Version(
                    declared.id(),
                    declared.from(),
                    new Precedence(rows.stream().filter(it -> it.lead() != null).toList()).inOrder(),
                    rows.stream().filter(it -> it.lead() == null).toList());
        }
    }
}
