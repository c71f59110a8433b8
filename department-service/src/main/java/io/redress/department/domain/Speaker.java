package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who says something about a case beside what departments reply to their requests.
 *
 * @param by the person or the system
 * @param frontDesk whether it is one of those who speak with customers
 * @param departments whose words these may be
 */
public record Speaker(String by, boolean frontDesk, Set<DepartmentCode> departments) {
    /** The department of those who speak with customers. */
    static final Party FRONT_DESK = Party.department(new DepartmentCode("front-desk"));

    public Speaker {
        departments = Set.copyOf(departments);
    }

    /** A person or a system of one department. */
    static Speaker of(DepartmentCode department, String by) {
        return new Speaker(by, false, Set.of(department));
    }

    /** The department that gets the credit; absent where it is the front desk's. */
    @Nullable
    DepartmentCode department() {
        return frontDesk
                ? null
                : departments.stream()
                        .min(Comparator.comparing(DepartmentCode::value))
                        .orElse(null);
    }

    Party party() {
        DepartmentCode department = department();
        return department == null ? Party.consultant(by) : Party.department(department);
    }

    /** Who has answered a question to that party. */
    Party answering(Party asked) {
        return asked.isConsultant() ? Party.consultant(by) : asked;
    }

    /** Whether these are that party's words. Consultants stand in for each other, and are the front desk. */
    public boolean speaksFor(Party party) {
        return frontDesk && (party.isConsultant() || party.equals(FRONT_DESK))
                || departments.stream().anyMatch(it -> Party.department(it).equals(party));
    }
}
