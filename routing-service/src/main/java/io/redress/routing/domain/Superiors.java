package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;

/** Who decides between departments. */
@FunctionalInterface
public interface Superiors {

    /** The department to which all of these answer; may be one of them. */
    DepartmentCode commonOf(List<DepartmentCode> departments);

    /** Where no department is known to answer to another, the routing authority decides. */
    static Superiors authorityOf(Departments departments) {
        return _ -> departments.authority();
    }
}
