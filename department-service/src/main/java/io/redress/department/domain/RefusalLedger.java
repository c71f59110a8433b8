package io.redress.department.domain;

/**
 * Up to where the refused replies of one partition have been told to their senders, so that each is told once however
 * often it is delivered. One for each case and partition, and one per partition for what names no case.
 *
 * @param told offset of the last one, -1 before the first
 */
public record RefusalLedger(long told) implements DepartmentState.Document {
    static final RefusalLedger EMPTY = new RefusalLedger(-1);
}
