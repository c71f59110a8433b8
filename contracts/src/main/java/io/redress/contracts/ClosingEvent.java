package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case ends, what the law wants by when, and what can still follow, on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ClosingEvent extends AssuranceEvent {

    /**
     * All is done and the customer has said nothing yet: a reminder, with the date on which the case closes.
     *
     * @param closesAt unless the customer says something before
     */
    @WireName("redress.resolution.word-reminder-due.v1")
    record WordReminderDue(CaseId caseId, Instant closesAt) implements ClosingEvent {}

    /**
     * The announced date has come, but something is still open: the case stays open, and its consultant sees to that.
     *
     * @param open what is still open; never empty
     * @param until when it is looked at again
     */
    @WireName("redress.resolution.closing-put-off.v1")
    record ClosingPutOff(CaseId caseId, List<OpenEnd> open, Instant until, Instant putOffAt) implements ClosingEvent {
        public ClosingPutOff {
            Bounds.atLeastOne("open", open);
            Bounds.count("open ends", open, Limits.OPEN_ENDS);
            open = List.copyOf(open);
        }
    }

    /**
     * What keeps a case from being over.
     *
     * @param kind {@code request}, {@code step}, {@code promise}; more may come
     * @param id of the request, step or promise
     * @param department whose word is waited for; absent where it is nobody's in particular
     */
    record OpenEnd(String kind, String id, @Nullable DepartmentCode department) {
        public OpenEnd {
            Bounds.text("a kind", kind, Limits.KEY);
            Bounds.text("an id", id, Limits.NAME);
        }
    }

    /**
     * The case is open again; its history and its clocks go on.
     *
     * @param reason why, in the words of whoever opened it again
     * @param by who said so
     * @param number counts how often, from 1
     * @param proposals how many proposals the customer has had so far
     */
    @WireName("redress.resolution.case-reopened.v1")
    record CaseReopened(CaseId caseId, String reason, String by, Instant reopenedAt, int number, int proposals)
            implements ClosingEvent {
        public CaseReopened {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.between("a number", 1, number, Integer.MAX_VALUE);
            Bounds.between("proposals", 0, proposals, Integer.MAX_VALUE);
        }
    }

    /**
     * The law gives the company so much time; counted from the complaint, whatever is declared later.
     *
     * @param clockId names it within the case
     * @param regime the body of rules that wants it
     * @param dueAt the last second of the last day
     * @param warnAt when the company is warned
     * @param latestAt how far it may be extended with a reply that says why; absent where it may not
     * @param customersDays so many days until {@code dueAt} do not count, since the customer was asked something before
     *     it was known what the case is about; absent where there are none
     */
    @WireName("redress.resolution.regulatory-clock-started.v1")
    record RegulatoryClockStarted(
            CaseId caseId,
            String clockId,
            String regime,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            @Nullable Instant latestAt,
            @Nullable Integer customersDays)
            implements ClosingEvent {

        /** One of which every day counts. */
        public RegulatoryClockStarted(
                CaseId caseId,
                String clockId,
                String regime,
                Instant startedAt,
                Instant warnAt,
                Instant dueAt,
                @Nullable Instant latestAt) {
            this(caseId, clockId, regime, startedAt, warnAt, dueAt, latestAt, null);
        }
    }

    /** What a case waits for while it is the customer's turn. */
    enum CustomersTurn {
        /** The answer to what was not clear. */
        QUESTION,
        /** The choice. */
        OFFER
    }

    /**
     * It is the customer's turn, and the time that the law gives stands still.
     *
     * @param dueAt when it would have run out
     * @param daysLeft as its regime counts days
     */
    @WireName("redress.resolution.regulatory-clock-paused.v1")
    record RegulatoryClockPaused(
            CaseId caseId,
            String clockId,
            String regime,
            CustomersTurn turn,
            Instant dueAt,
            int daysLeft,
            Instant pausedAt)
            implements ClosingEvent {
        public RegulatoryClockPaused {
            Bounds.between("days left", 0, daysLeft, Integer.MAX_VALUE);
        }
    }

    /**
     * The time that the law gives goes on with what was left of it.
     *
     * @param daysLeft as its regime counts days
     * @param dueAt when it runs out now; that it is another date is told with {@link RegulatoryClockMoved}
     */
    @WireName("redress.resolution.regulatory-clock-resumed.v1")
    record RegulatoryClockResumed(
            CaseId caseId, String clockId, String regime, int daysLeft, Instant dueAt, Instant resumedAt)
            implements ClosingEvent {
        public RegulatoryClockResumed {
            Bounds.between("days left", 0, daysLeft, Integer.MAX_VALUE);
        }
    }

    /**
     * The date that the law wants is a later one now.
     *
     * @param reason what the customer is told; absent where it was the customer's own turn
     * @param by who extended it; absent likewise
     */
    @WireName("redress.resolution.regulatory-clock-moved.v1")
    record RegulatoryClockMoved(
            CaseId caseId,
            String clockId,
            String regime,
            Instant from,
            Instant to,
            Instant movedAt,
            @Nullable String reason,
            @Nullable String by)
            implements ClosingEvent {
        public RegulatoryClockMoved {
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.optionalText("a name in by", by, Limits.NAME);
        }
    }

    /** Much of the time is gone, and what the law wants has not been done yet. */
    @WireName("redress.resolution.regulatory-clock-warned.v1")
    record RegulatoryClockWarned(CaseId caseId, String clockId, String regime, Instant dueAt, Instant warnedAt)
            implements ClosingEvent {}

    /** The time is over, and what the law wants has not been done; it stays so, whatever happens later. */
    @WireName("redress.resolution.regulatory-clock-breached.v1")
    record RegulatoryClockBreached(CaseId caseId, String clockId, String regime, Instant dueAt, Instant breachedAt)
            implements ClosingEvent {}

    /** What the law wants has been done. */
    @WireName("redress.resolution.regulatory-clock-met.v1")
    record RegulatoryClockMet(
            CaseId caseId, String clockId, String regime, Instant dueAt, Instant metAt, boolean inTime)
            implements ClosingEvent {}

    /**
     * Who decides for a customer who does not agree with the company.
     *
     * @param body its name
     * @param address where it is reached
     * @param until when the customer can turn to it; absent where there is no such date
     */
    record DisputeBody(
            String body,
            String address,
            @Nullable String web,
            @Nullable Instant until) {
        public DisputeBody {
            Bounds.text("a name in body", body, Limits.TITLE);
            Bounds.text("an address", address, Limits.TITLE);
            Bounds.optionalText("a web address", web, Limits.ADDRESS);
        }
    }
}
