package io.redress.contracts;

import java.time.Instant;
import java.util.List;

/** What routing tells about knowledge held elsewhere, on topic {@link Topics#ROUTING}. */
public sealed interface KnowledgeEvent extends RoutingEvent {

    /**
     * The problem was known before the complaint (R61).
     *
     * @param requests those that are answered by what is known
     * @param reason why it is taken for the same problem
     * @param others known problems that match, too, but say less about it
     */
    @WireName("redress.routing.known-problem-linked.v1")
    record KnownProblemLinked(
            CaseId caseId,
            String problemId,
            String title,
            List<RequestId> requests,
            String reason,
            List<String> others,
            Instant linkedAt)
            implements KnowledgeEvent {
        public KnownProblemLinked {
            Bounds.text("a title", title, Limits.TITLE);
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.count("other problems", others, Limits.KNOWN);
            requests = List.copyOf(requests);
            others = List.copyOf(others);
        }
    }

    /**
     * Whoever knows something about it is asked to say so (R61, R68). Also published on the topics of the departments,
     * see {@link Topics#requestsOf}.
     *
     * @param question without personal data
     */
    @WireName("redress.routing.knowledge-sought.v1")
    record KnowledgeSought(
            CaseId caseId,
            String inquiryId,
            String question,
            List<DepartmentCode> departments,
            String by,
            Instant soughtAt,
            Instant answerBy)
            implements KnowledgeEvent {
        public KnowledgeSought {
            Bounds.text("a question", question, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            departments = List.copyOf(departments);
        }
    }
}
