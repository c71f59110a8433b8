package io.redress.routing.domain;

import io.redress.routing.domain.Region.TooIntertwined;
import io.redress.routing.domain.TableFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with a routing table at once, exactly and not by trying. */
public final class TableCheck {
    /** Whoever has more to mend than this does not read on. */
    static final int MOST_FINDINGS = 200;

    private TableCheck() {}

    /** All findings, those that stop the start first. */
    public static List<TableFinding> findings(Departments departments, DeclaredTable table, Industry profile) {
        List<TableFinding> findings = new ArrayList<>(NameCheck.findings(departments, table));
        findings.addAll(versions(table));
        findings.addAll(DepartmentRules.claimedTwice(departments));
        List<RulesVersion> inTime = table.versions().stream()
                .sorted(Comparator.comparing(RulesVersion::from))
                .toList();
        for (int i = 0; i < inTime.size(); i++) {
            Instant until = i + 1 < inTime.size() ? inTime.get(i + 1).from() : Instant.MAX;
            findings.addAll(new RowCheck(departments, table, inTime.get(i), until, profile).findings());
            findings.addAll(unreachable(departments, table, inTime.get(i), until, profile));
        }
        return findings.stream()
                .sorted(Comparator.comparing(it -> !it.stopsTheStart()))
                .limit(MOST_FINDINGS)
                .toList();
    }

    /** A row that decides nothing here but does so in a company of another profile has its use. */
    private static List<TableFinding> unreachable(
            Departments departments, DeclaredTable table, RulesVersion version, Instant until, Industry profile) {
        Set<RoutingRow> deciding = new HashSet<>();
        try {
            for (Industry one : Industry.values()) {
                deciding.addAll(new RowCheck(departments, table, version, until, one).deciding());
            }
        } catch (TooIntertwined said) {
            // The rows themselves are told to be so already.
            return List.of();
        }
        return version.rows().stream()
                .filter(it -> profile.includes(it.when().industry()) && !deciding.contains(it))
                .map(it -> TableFinding.wrong(
                                Kind.UNREACHABLE,
                                version.id(),
                                List.of(it.id()),
                                "Expected every row to decide something, but row " + it.id()
                                        + " never does: no facts fit it, or rows before it take all of them",
                                "Take the row out, let it go before the others, or let it ask for less.")
                        .onlyTold())
                .toList();
    }

    private static List<TableFinding> versions(DeclaredTable table) {
        List<TableFinding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<Instant> starts = new HashSet<>();
        for (RulesVersion version : table.versions()) {
            if (!ids.add(version.id())) {
                findings.add(TableFinding.wrong(
                        Kind.TWICE,
                        version.id(),
                        List.of(),
                        "Expected each version of the routing table once, but " + version.id() + " is there twice",
                        "Give each version an id of its own."));
            }
            if (version.validFrom() != null && !starts.add(version.validFrom())) {
                findings.add(TableFinding.wrong(
                        Kind.TWICE,
                        version.id(),
                        List.of(),
                        "Expected each version to begin at a time of its own, but another one begins at "
                                + version.validFrom() + " like " + version.id(),
                        "Let one of them begin later, or make one of both."));
            }
        }
        long sinceEver =
                table.versions().stream().filter(it -> it.validFrom() == null).count();
        if (sinceEver != 1) {
            findings.add(TableFinding.wrong(
                    Kind.GAP,
                    null,
                    List.of(),
                    "Expected one version without validFrom, so that one is in force at any time, but got " + sinceEver,
                    "Leave validFrom out in the first version, and only there."));
        }
        return findings;
    }
}
