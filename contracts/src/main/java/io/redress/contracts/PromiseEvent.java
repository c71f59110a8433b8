package io.redress.contracts;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer was promised, and whether it is kept (rule 8), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface PromiseEvent extends AssuranceEvent {

    /** Lines of a promise, as many as an option has steps. */
    int MOST_LINES = Limits.STEPS;

    /** Which part of a promise was missed (R139). */
    enum Part {
        /** The date that the customer had wished for. */
        REQUESTED,
        /** The date that was promised first. */
        ORIGINAL,
        /** The date that was promised last; only where there was another than the first. */
        LATEST,
        /** What was promised in full. */
        FULL
    }

    /**
     * One line of a promise: what one department does for it.
     *
     * @param what in words
     * @param quantity how much of it
     * @param after ids of the steps that must be done before
     * @param days working days from its start until it is done; 0 where nobody has said
     */
    record PromisedLine(
            String stepId, DepartmentCode department, String what, String quantity, List<String> after, int days) {
        public PromisedLine {
            Bounds.text("what is promised", what, Limits.NOTE);
            Bounds.quantity(quantity);
            Bounds.count("steps in after", after, Limits.STEPS);
            Bounds.between("days", 0, days, Limits.DAYS);
            after = List.copyOf(after);
        }
    }

    /**
     * The customer may count on this.
     *
     * @param what in the customer's language
     * @param dueAt by when
     * @param lines what it consists of
     * @param resources names of what is held for it; absent where nothing is
     * @param requestedFor when the customer would have liked it; absent where nobody has said so
     */
    @WireName("redress.resolution.promise-made.v1")
    record PromiseMade(
            CaseId caseId,
            String promiseId,
            String optionId,
            String what,
            Instant dueAt,
            Instant madeAt,
            List<PromisedLine> lines,
            @Nullable List<String> resources,
            @Nullable Instant requestedFor)
            implements PromiseEvent {
        public PromiseMade {
            Bounds.text("what is promised", what, Limits.NOTE);
            Bounds.count("lines", lines, MOST_LINES);
            lines = List.copyOf(lines);
            resources = Bounds.optionalList("resources", resources, Limits.RESERVES);
        }
    }

    /**
     * A promise cannot be kept, and those who speak with customers know before the customer does (R125). The numbers are
     * those of the {@link PromiseInfeasible} that follows at once.
     *
     * @param audiences who hears it first
     */
    @WireName("redress.resolution.promise-notice-given.v1")
    record PromiseNoticeGiven(
            CaseId caseId,
            String promiseId,
            String noticeId,
            List<DepartmentCode> audiences,
            Dimension dimension,
            Kind kind,
            Instant dueAt,
            @Nullable Instant newDueAt,
            @Nullable String was,
            @Nullable String becomes,
            String cause,
            DepartmentCode department,
            Instant toldAt)
            implements PromiseEvent {

        /** Who must know before customers do. */
        public static final int MOST_AUDIENCES = 10;

        public PromiseNoticeGiven {
            Bounds.atLeastOne("audiences", audiences);
            Bounds.count("audiences", audiences, MOST_AUDIENCES);
            Bounds.optionalText("was", was, Limits.TITLE);
            Bounds.optionalText("becomes", becomes, Limits.TITLE);
            Bounds.text("a cause", cause, Limits.NOTE);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * A promise cannot be kept as it was made, told as soon as the log shows it (R123, R124). Where a date takes the place
     * of another, that one is promised from here on.
     *
     * @param noticeId unique in its case
     * @param dueAt what was promised until now
     * @param newDueAt the honest date; absent where the date stays
     * @param was how much or how good it was to be; absent where only time is touched
     * @param becomes how much or how good it will be; absent likewise, or where nobody has said
     * @param cause why, for people inside
     * @param evidence id of the event that shows it; where the plan itself does, the id of the promise
     * @param evidenceAt when the log first showed it
     * @param department whose part it is
     * @param path ids of the steps that decide about the date, in the order in which they are done
     * @param unspokenBy the department that held the evidence and did not say so; absent where it spoke itself
     * @param orderId the order that became impossible; absent where none did
     */
    @WireName("redress.resolution.promise-infeasible.v1")
    record PromiseInfeasible(
            CaseId caseId,
            String promiseId,
            String noticeId,
            Dimension dimension,
            Kind kind,
            Instant dueAt,
            @Nullable Instant newDueAt,
            @Nullable String was,
            @Nullable String becomes,
            String cause,
            String evidence,
            Instant evidenceAt,
            DepartmentCode department,
            List<String> path,
            Instant toldAt,
            @Nullable DepartmentCode unspokenBy,
            @Nullable String orderId)
            implements PromiseEvent {
        public PromiseInfeasible {
            Bounds.optionalText("was", was, Limits.TITLE);
            Bounds.optionalText("becomes", becomes, Limits.TITLE);
            Bounds.text("a cause", cause, Limits.NOTE);
            Bounds.count("steps in the path", path, MOST_LINES);
            path = List.copyOf(path);
        }
    }

    /** A person has corrected a promise, openly; what was promised first stays known (R133). */
    @WireName("redress.resolution.promise-corrected.v1")
    record PromiseCorrected(
            CaseId caseId,
            String promiseId,
            String reason,
            Instant originalDueAt,
            Instant previousDueAt,
            Instant dueAt,
            String by,
            Instant correctedAt)
            implements PromiseEvent {
        public PromiseCorrected {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * All lines are delivered in full, by the date that was promised last (R139). Told once.
     *
     * @param asFirstPromised whether also by the date that was promised first
     * @param asRequested whether also by the date that the customer had wished for; absent where nobody knows it
     */
    @WireName("redress.resolution.promise-kept.v1")
    record PromiseKept(
            CaseId caseId,
            String promiseId,
            String optionId,
            boolean asFirstPromised,
            Instant deliveredAt,
            @Nullable Boolean asRequested)
            implements PromiseEvent {}

    /**
     * A part of a promise was missed, and stays so whatever comes later. Told once for each part, and for a date at the
     * instant when it passes.
     *
     * @param dueAt the date of that part
     */
    @WireName("redress.resolution.promise-missed.v1")
    record PromiseMissed(CaseId caseId, String promiseId, Part part, Instant dueAt, Instant missedAt)
            implements PromiseEvent {}

    /** Something else takes its place, so nobody waits for it any more. */
    @WireName("redress.resolution.promise-released.v1")
    record PromiseReleased(CaseId caseId, String promiseId, String reason, Instant releasedAt) implements PromiseEvent {
        public PromiseReleased {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }
}
