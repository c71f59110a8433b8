package io.redress.contracts;

import java.time.Instant;

/** What routing tells about problems that are known before any complaint, on topic {@link Topics#KNOWLEDGE} (R61). */
public sealed interface KnownProblemEvent extends CaseEvent {

    /** The problem, as {@code kp-<uuid>}; also the record's key. */
    String problemId();

    /** It happens in no case; the UUID of the problem stands in for one. */
    @Override
    default CaseId caseId() {
        return new CaseId(problemId().substring("kp-".length()));
    }

    /** From now on a complaint that matches is linked to it. */
    @WireName("redress.knowledge.known-problem-recorded.v1")
    record KnownProblemRecorded(String problemId, KnownProblem problem, String by, Instant recordedAt)
            implements KnownProblemEvent {
        public KnownProblemRecorded {
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** More is known, or something else; what was linked before stays as it was. */
    @WireName("redress.knowledge.known-problem-changed.v1")
    record KnownProblemChanged(String problemId, KnownProblem problem, String by, Instant changedAt)
            implements KnownProblemEvent {
        public KnownProblemChanged {
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** No further complaint is linked to it. */
    @WireName("redress.knowledge.known-problem-ended.v1")
    record KnownProblemEnded(String problemId, String reason, String by, Instant endedAt) implements KnownProblemEvent {
        public KnownProblemEnded {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
