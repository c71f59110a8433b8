package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What routing is told about knowledge held elsewhere. */
public sealed interface KnowledgeCommand extends RoutingCommand {

    /**
     * Whoever knows something is to be asked.
     *
     * @param departments that had contact with the customer
     * @param key the caller's opaque key
     * @param fingerprint of the request
     */
    record SeekKnowledge(
            String question,
            List<DepartmentCode> departments,
            String by,
            Instant answerBy,
            String key,
            String fingerprint)
            implements KnowledgeCommand {}

    /**
     * Somebody has said what is known.
     *
     * @param department absent where a consultant said it
     * @param inquiryId the question it answers, where it answers one
     */
    record NoteContribution(
            String contributionId,
            @Nullable DepartmentCode department,
            String text,
            String by,
            @Nullable String inquiryId,
            Instant contributedAt)
            implements KnowledgeCommand {}
}
