package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The registry of departments. */
public final class Departments {
    private final Map<DepartmentCode, Department> byCode = new HashMap<>();
    private final DepartmentCode authority;
    private final DepartmentCode listener;

    /**
     * @param authority decides who owns a request that two departments have declined
     * @param listener the department of the consultants, who listen where nothing else is to be done
     * @throws IllegalArgumentException where a code is there twice, or one of the two is not registered
     */
    public Departments(List<Department> all, DepartmentCode authority, DepartmentCode listener) {
        for (Department department : all) {
            if (byCode.put(department.code(), department) != null) {
                throw new IllegalArgumentException(
                        "Expected each department once, but " + department.code() + " is there twice");
            }
        }
        this.authority = registered(authority, "as routing authority");
        this.listener = registered(listener, "as the department that listens");
    }

    /** All of them, in order of their codes. */
    public List<Department> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(it -> it.code().value()))
                .toList();
    }

    public boolean knows(DepartmentCode code) {
        return byCode.containsKey(code);
    }

    public DepartmentCode authority() {
        return authority;
    }

    public DepartmentCode listener() {
        return listener;
    }

    /** Within what time a registered department answers, by the clock on the wall. */
    public Duration answersWithin(DepartmentCode code) {
        Department department = byCode.get(code);
        if (department == null) {
            throw new IllegalArgumentException("Expected a registered department, but got " + code);
        }
        return Duration.ofHours(department.answerHours());
    }

    /** Within what time an offer is answered: a consultant's by the rule of the front desk. */
    Duration answersOffersWithin(Party asked) {
        Department department = byCode.get(asked.isDepartment() ? new DepartmentCode(asked.id()) : listener);
        if (department == null) {
            throw new IllegalArgumentException("Expected a registered department or a consultant, but got " + asked);
        }
        return Duration.ofHours(department.offerHours());
    }

    /**
     * The same code, if it is registered.
     *
     * @param where completes the sentence "Expected a registered department ..."
     */
    DepartmentCode registered(DepartmentCode code, String where) {
        if (!knows(code)) {
            throw new IllegalArgumentException("Expected a registered department " + where + ", but got " + code);
        }
        return code;
    }
}
