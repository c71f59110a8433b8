package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.TableFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What departments say is theirs alone, and whether they agree about it (R100). */
final class DepartmentRules {
    private DepartmentRules() {}

    /** By nature, the departments that say it is theirs alone. */
    static Map<String, List<DepartmentCode>> exclusive(Departments departments) {
        Map<String, List<DepartmentCode>> exclusive = new TreeMap<>();
        departments
                .all()
                .forEach(it -> it.exclusively().stream()
                        .distinct()
                        .forEach(nature -> exclusive
                                .computeIfAbsent(nature, _ -> new ArrayList<>())
                                .add(it.code())));
        return exclusive;
    }

    static List<TableFinding> claimedTwice(Departments departments) {
        List<TableFinding> findings = new ArrayList<>();
        exclusive(departments).forEach((nature, claimants) -> {
            if (claimants.size() > 1) {
                findings.add(TableFinding.wrong(
                                Kind.CONTRADICTION,
                                null,
                                List.of(),
                                "Expected at most one department that handles " + nature + " exclusively, but "
                                        + joined(claimants) + " all say so",
                                "Let them agree, and leave it in exclusively of one of them.")
                        .of(claimants));
            }
        });
        return findings;
    }

    private static String joined(List<DepartmentCode> codes) {
        return String.join(" and ", codes.stream().map(DepartmentCode::value).toList());
    }
}
