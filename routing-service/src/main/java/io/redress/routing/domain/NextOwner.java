package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;

/**
 * Who owns a declined request next (R68).
 *
 * @param byAuthority whether the routing authority was needed; it cannot decline
 */
record NextOwner(DepartmentCode department, boolean byAuthority) {

    /** After how many refusals nobody is asked whether the request is theirs. */
    private static final int REFUSALS = 2;

    /** Two refusals, an unknown department, or one that names itself: the authority. Otherwise the one that was named. */
    static NextOwner after(List<DepartmentCode> declinedBy, DepartmentCode named, Departments departments) {
        return declinedBy.size() >= REFUSALS || declinedBy.contains(named)
                ? new NextOwner(departments.authority(), true)
                : of(named, departments);
    }

    /** The department itself where it is registered, otherwise the authority. */
    static NextOwner of(DepartmentCode named, Departments departments) {
        return departments.knows(named) ? new NextOwner(named, false) : new NextOwner(departments.authority(), true);
    }
}
