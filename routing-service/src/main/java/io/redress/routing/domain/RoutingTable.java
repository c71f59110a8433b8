package io.redress.routing.domain;

import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.RoutingRow.Facts;
import io.redress.routing.domain.RoutingRow.Involved;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which departments a case needs, as a declared table (R23). Checked at birth: a table that exists can route every case. */
public final class RoutingTable {
    /** A text in which nobody found a problem, and every nature that this table has never heard of. */
    static final String UNCLEAR = "unclear";

    private final Set<String> natures;
    private final List<RoutingRow> rows;
    private final Industry profile;

    /**
     * @param natures the vocabulary of problems (R4); {@code unclear} is always part of it
     * @throws IllegalArgumentException where a row names an unknown department or nature, or a nature has no row
     */
    public RoutingTable(Departments departments, Set<String> natures, List<RoutingRow> rows, Industry profile) {
        this.natures = new HashSet<>(natures);
        this.natures.add(UNCLEAR);
        this.rows = List.copyOf(rows);
        this.profile = profile;
        checkIds();
        rows.forEach(row -> checkWords(departments, row));
        departments.all().forEach(it -> it.handles().forEach(nature -> known(nature, "department " + it.code())));
        this.natures.stream().sorted().forEach(this::checkCovered);
    }

    /** Who is needed, and why. */
    public Plan plan(Customer.Tier tier, Diagnosis diagnosis) {
        if (!diagnosis.createsWork()) {
            return Plan.listening();
        }
        Parts parts = new Parts();
        List<Facts> problems = diagnosis.problems().stream()
                .map(it -> facts(it, tier, diagnosis))
                .toList();
        problems.forEach(problem -> parts.add(leading(problem), problem.nature()));
        rows.stream()
                .filter(row -> row.lead() == null)
                .forEach(row -> problems.stream()
                        .filter(problem -> row.when().fits(problem, profile))
                        .findFirst()
                        .ifPresent(problem -> parts.add(row, problem.nature())));
        RoutingRow first = leading(problems.getFirst());
        return new Plan(first.lead(), first.id(), parts.inOrder());
    }

    private Facts facts(Hypothesis problem, Customer.Tier tier, Diagnosis diagnosis) {
        String nature = natures.contains(problem.nature()) ? problem.nature() : UNCLEAR;
        return new Facts(nature, problem.cause(), tier, diagnosis.publicImpact(), diagnosis.crisis());
    }

    private RoutingRow leading(Facts problem) {
        return rows.stream()
                .filter(row -> row.lead() != null && row.when().fits(problem, profile))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a row for " + problem.nature()));
    }

    private void checkIds() {
        Set<String> seen = new HashSet<>();
        for (RoutingRow row : rows) {
            if (!seen.add(row.id())) {
                throw new IllegalArgumentException(
                        "Expected each row of the routing table once, but " + row.id() + " is there twice");
            }
        }
    }

    private void checkWords(Departments departments, RoutingRow row) {
        String where = "in row " + row.id() + " of the routing table";
        if (row.lead() != null) {
            departments.registered(row.lead(), where);
        }
        row.involved().forEach(it -> departments.registered(it.department(), where));
        row.when().natures().forEach(nature -> known(nature, "row " + row.id() + " of the routing table"));
    }

    private void known(String nature, String where) {
        if (!natures.contains(nature)) {
            throw new IllegalArgumentException(
                    "Expected a nature of the vocabulary in " + where + ", but got " + nature);
        }
    }

    private void checkCovered(String nature) {
        boolean covered = rows.stream()
                .anyMatch(row -> row.lead() != null
                        && row.when().onlyAsksForNature()
                        && profile.includes(row.when().industry())
                        && (row.when().natures().isEmpty()
                                || row.when().natures().contains(nature)));
        if (!covered) {
            throw new IllegalArgumentException("Expected a row with a lead for every complaint about " + nature
                    + " in the industry profile " + profile + ", but the routing table has none");
        }
    }

    /** The parts of a plan while it is made: the first reason stays, and a solution is more than information. */
    private static final class Parts {
        private final Map<DepartmentCode, Plan.Part> byDepartment = new LinkedHashMap<>();

        void add(RoutingRow row, String nature) {
            if (row.lead() != null && row.reason() != null) {
                String subject = row.ask() == null ? subject(RequestKind.SOLUTION, nature) : row.ask();
                add(new Plan.Part(row.lead(), RequestKind.SOLUTION, nature, row.reason(), subject));
            }
            for (Involved it : row.involved()) {
                add(new Plan.Part(it.department(), it.kind(), nature, it.reason(), subject(it.kind(), nature)));
            }
        }

        private void add(Plan.Part part) {
            byDepartment.merge(
                    part.department(),
                    part,
                    (before, now) -> before.kind() == RequestKind.SOLUTION
                            ? before
                            : now.kind() == RequestKind.SOLUTION ? now : before);
        }

        private static String subject(RequestKind kind, String nature) {
            String about = nature.replace('-', ' ');
            return kind == RequestKind.SOLUTION
                    ? "Look into the complaint about " + about + " and say how it can be put right."
                    : "Read the complaint about " + about + " and say what must be considered before we answer.";
        }

        List<Plan.Part> inOrder() {
            return List.copyOf(byDepartment.values());
        }
    }
}
