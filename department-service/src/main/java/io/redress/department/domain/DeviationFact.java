package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Followed.Expected;
import java.time.Instant;

/** What the department service remembers of dates, and of what is said about them. */
public sealed interface DeviationFact extends DealingFact {

    /** The request it is about. */
    RequestId requestId();

    /** The department works on it from now on, and this is what it promises. */
    record FollowingBegun(RequestId requestId, Instant dueAt, ProgressTerms terms, Instant at)
            implements DeviationFact {}

    /** The department has said how far it is. */
    record ProgressHeard(RequestId requestId, Instant at) implements DeviationFact {}

    /** A report of progress did not come. */
    record ReportMissed(RequestId requestId) implements DeviationFact {}

    /** An estimate did not come. */
    record EstimateMissed(RequestId requestId) implements DeviationFact {}

    /** When something is to be noticed next. */
    record NextExpected(RequestId requestId, Expected expected) implements DeviationFact {}

    /** What the department said, so that the same said again is known. */
    record SaidAboutDate(DepartmentReply.OnRequest reply, Instant at) implements DeviationFact {
        @Override
        public RequestId requestId() {
            return reply.requestId();
        }
    }

    /** It will not be as agreed; a new date is the date from now on. */
    record DeviationNoted(DeviationReported event) implements DeviationFact {
        @Override
        public RequestId requestId() {
            return event.requestId();
        }
    }

    record EstimateNoted(EstimateGiven event) implements DeviationFact {
        @Override
        public RequestId requestId() {
            return event.requestId();
        }
    }

    /** The department is asked whether the date is still true. */
    record ReestimateNoted(ReestimateAsked event) implements DeviationFact {
        @Override
        public RequestId requestId() {
            return event.requestId();
        }
    }
}
