package io.redress.intake.domain;

import org.jspecify.annotations.Nullable;

/** What people do about errors in texts. */
public sealed interface TextErrorCommand extends IntakeCommand {

    /**
     * Somebody has found one.
     *
     * @param key the reporter's own name for the report, as one opaque value
     */
    record ReportTextError(
            String key,
            @Nullable String messageId,
            @Nullable String kind,
            String where,
            String what,
            String by) implements TextErrorCommand {}

    /** It has been dealt with. */
    record ResolveTextError(String reportId, String how, String by) implements TextErrorCommand {}
}
