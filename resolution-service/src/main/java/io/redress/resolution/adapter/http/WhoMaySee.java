package io.redress.resolution.adapter.http;

import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.Background;
import io.redress.resolution.domain.ResolutionCase;

/** A client sees what it filed, a department what it has a part in, and those who answer for the whole see all. */
final class WhoMaySee {
    private WhoMaySee() {}

    static boolean resolution(ResolutionCase known, Caller caller) {
        if (caller.isAny("consultant", "supervisor", "auditor")) {
            return true;
        }
        Background background = known.background();
        return background != null && (isOwn(background, caller) || isInvolved(background, caller));
    }

    private static boolean isOwn(Background background, Caller caller) {
        return caller.is("frontline") && caller.subject().equals(background.submittedBy());
    }

    private static boolean isInvolved(Background background, Caller caller) {
        return background.involved().stream().map(DepartmentCode::value).anyMatch(caller.departments()::contains);
    }
}
