package io.redress.analytics.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import java.util.Set;

/** What an event says that matters here beyond being recorded. */
public sealed interface Learned {

    /** Nothing; by far the most. */
    record Nothing() implements Learned {}

    /** Who filed the case, and so may see it. */
    record Submitter(String client) implements Learned {}

    /** These departments have a part in the case, and so may see it. */
    record Departments(Set<DepartmentCode> departments) implements Learned {
        public Departments {
            departments = Set.copyOf(departments);
        }
    }

    /** The case is over. */
    record Closure(CaseId caseId, CaseClosed.Reason reason) implements Learned {}
}
