package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Departments as labels of meters, of which there must not be too many. Thread-safe. */
final class DepartmentLabels {
    /** Codes come from outside too; a registry with more departments than this is an attack. */
    private static final int MOST = 200;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The department's code; {@code other} for all that come after the first {@value #MOST}. */
    String of(DepartmentCode department) {
        String code = department.value();
        return known.contains(code) || known.size() < MOST && known.add(code) ? code : "other";
    }
}
