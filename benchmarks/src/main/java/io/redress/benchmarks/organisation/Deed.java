package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentReply;

/** Says something for a department; false where it was not taken. */
@FunctionalInterface
interface Deed {
    boolean say(DepartmentReply reply);
}
