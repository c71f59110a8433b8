package io.redress.department.domain;

import io.redress.contracts.DepartmentRefusal.ReplyRefused;

/** What department systems are told about replies that were not taken. */
public sealed interface RefusalFact extends DocumentFact {

    /**
     * Told once.
     *
     * @param stream counts what is told of this partition
     */
    record RefusalTold(String stream, long offset, ReplyRefused refusal) implements RefusalFact {}
}
