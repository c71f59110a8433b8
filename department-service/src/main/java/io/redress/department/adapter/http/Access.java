package io.redress.department.adapter.http;

import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;

/** Whose requests a caller may see and reply to. Another department's do not exist for it. */
final class Access {
    private Access() {}

    /** @throws Refusal 404 where the caller may not see this department's requests */
    static void toRead(Caller caller, DepartmentCode department) {
        if (!caller.isAny("department:" + department, "supervisor", "auditor")) {
            throw Refusal.notFound();
        }
    }

    /** @throws Refusal 404 where the caller may not speak for this department */
    static void toReply(Caller caller, DepartmentCode department) {
        if (!caller.isAny("department:" + department, "department-system")) {
            throw Refusal.notFound();
        }
    }
}
