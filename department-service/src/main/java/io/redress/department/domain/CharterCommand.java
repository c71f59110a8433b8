package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about how a department wants to be asked. */
public sealed interface CharterCommand extends DocumentCommand {

    /**
     * A department says it anew.
     *
     * @param validFrom absent for at once
     */
    record PublishCharter(
            DepartmentCode department,
            CharterContent content,
            @Nullable Instant validFrom,
            String by) implements CharterCommand {}

    /**
     * A file says it. What it has said before it does not say anew, however often and wherever it is read.
     *
     * @param validFrom absent for at once
     * @param fingerprint of what it says
     */
    record DeclareCharter(
            DepartmentCode department,
            CharterContent content,
            @Nullable Instant validFrom,
            String fingerprint) implements CharterCommand {}

    /** Another department holds itself to a version, too. */
    record AgreeToCharter(int version, DepartmentCode with, String by) implements CharterCommand {}
}
