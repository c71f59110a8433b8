package io.redress.contracts;

import java.time.Instant;

/** What routing tells about waits that last too long, on topic {@link Topics#ROUTING} (R65). */
public sealed interface SilenceEvent extends RoutingEvent {

    /** The limit of a wait has passed in the working time of whoever is waited on; the party is asked once more. */
    @WireName("redress.routing.wait-reminded.v1")
    record WaitReminded(CaseId caseId, String waitId, Party waitedOn, Instant since, Instant limit, Instant remindedAt)
            implements SilenceEvent {}

    /** The silence went on: somebody else is asked in place of whoever is waited on. */
    @WireName("redress.routing.wait-escalated.v1")
    record WaitEscalated(CaseId caseId, String waitId, Party waitedOn, Level level, Party to, Instant escalatedAt)
            implements SilenceEvent {

        /** Who is asked: first whoever stands in, then whoever is responsible. */
        public enum Level {
            DEPUTY,
            SUPERIOR
        }
    }

    /** The date that the customer was given cannot be kept, and another takes its place (R69, R124). */
    @WireName("redress.routing.date-reestimated.v1")
    record DateReestimated(CaseId caseId, Instant from, Instant to, String reason, Instant reestimatedAt)
            implements SilenceEvent {
        public DateReestimated {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }
}
