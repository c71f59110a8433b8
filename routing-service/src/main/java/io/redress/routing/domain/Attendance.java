package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody works, and who is asked in their place; people count as those of the department that listens. */
public final class Attendance {
    private final Departments departments;

    public Attendance(Departments departments) {
        this.departments = departments;
    }

    /** When so much of somebody's working time has passed. */
    public Instant add(Party party, Instant from, Duration working) {
        return departments.calendarOf(department(party)).add(from, working);
    }

    /**
     * When so much of somebody's working time has passed, as they had published it.
     *
     * @param charter the version, 0 for what is declared; null for the one in force
     */
    Instant add(Party party, Instant from, Duration working, @Nullable Integer charter) {
        return departments.calendarOf(department(party), charter).add(from, working);
    }

    /** How much of a span of time somebody works; nothing where {@code to} is before {@code from}. */
    public Duration between(Party party, Instant from, Instant to) {
        return departments.calendarOf(department(party)).between(from, to);
    }

    /** By when somebody answers what they are asked now. */
    Instant answersBy(Party party, Instant now) {
        return departments.dueAt(department(party), now);
    }

    /** How long somebody may be silent who was asked under this version of a charter. */
    Patience patienceWith(Party party, @Nullable Integer charter) {
        return departments.patienceWith(department(party), charter);
    }

    /** Who stands in; for a person somebody else of the same department. Null where nobody does. */
    public @Nullable Party deputyOf(Party party) {
        return party.isDepartment()
                ? departments.deputyOf(department(party))
                : Party.department(departments.listener());
    }

    /** Who is responsible above somebody; null for the topmost department. */
    public @Nullable Party superiorOf(Party party) {
        DepartmentCode superior = departments.superiorOf(department(party));
        return superior == null ? null : Party.department(superior);
    }

    /** What people call somebody. */
    String nameOf(Party party) {
        return party.isDepartment() ? departments.nameOf(new DepartmentCode(party.id())) : party.id();
    }

    private DepartmentCode department(Party party) {
        if (!party.isDepartment()) {
            return departments.listener();
        }
        DepartmentCode code = new DepartmentCode(party.id());
        return departments.knows(code) ? code : departments.authority();
    }
}
