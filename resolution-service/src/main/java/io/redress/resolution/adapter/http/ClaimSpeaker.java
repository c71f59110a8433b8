package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For which department a caller speaks about facts; consultants and supervisors speak for the front desk. */
final class ClaimSpeaker {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private ClaimSpeaker() {}

    /**
     * For the department that the caller names, or the only one there is.
     *
     * @throws Refusal 422 where it is another, or several are possible and none is named
     */
    static Speaker named(Caller caller, @Nullable String department) {
        List<DepartmentCode> own = departments(caller);
        if (department == null && own.size() == 1) {
            return speaker(caller, own.getFirst());
        }
        return own.stream()
                .filter(it -> it.value().equals(department))
                .findFirst()
                .map(it -> speaker(caller, it))
                .orElseThrow(() -> Refusal.unprocessable(
                        List.of(new Reason("/department", "Expected one of your departments: " + own + "."))));
    }

    /** For whichever of the caller's departments it concerns. */
    static Speaker concerned(Caller caller, Collection<DepartmentCode> departments) {
        List<DepartmentCode> own = departments(caller);
        return speaker(
                caller, own.stream().filter(departments::contains).findFirst().orElse(own.getFirst()));
    }

    private static Speaker speaker(Caller caller, DepartmentCode department) {
        return new Speaker(department, caller.subject(), caller.is("supervisor"));
    }

    private static List<DepartmentCode> departments(Caller caller) {
        Stream<DepartmentCode> frontDesk =
                caller.isAny("consultant", "supervisor") ? Stream.of(FRONT_DESK) : Stream.empty();
        return Stream.concat(caller.departments().stream().sorted().map(DepartmentCode::new), frontDesk)
                .distinct()
                .toList();
    }
}
