package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What routing tells about who waits for whom, on topic {@link Topics#ROUTING}. */
public sealed interface WaitEvent extends RoutingEvent {

    /**
     * What holds the case up is another now: the end of the chain of waits on the critical path (R62).
     *
     * @param from absent where nothing held it up before
     * @param to absent where nothing holds it up any more
     * @param requestId what is waited for, where that is a request
     * @param sentence why the customer is waiting, for people
     */
    @WireName("redress.routing.root-blocker-changed.v1")
    record RootBlockerChanged(
            CaseId caseId,
            @Nullable Party from,
            @Nullable Party to,
            @Nullable RequestId requestId,
            String sentence,
            Instant changedAt)
            implements WaitEvent {}

    /**
     * Requests wait for each other in a circle, so none of them can go on by itself (R63). Also published on the topic of
     * the superior, see {@link Topics#requestsOf}.
     *
     * @param cycleId the same for the same requests of a case
     * @param requests each waits for the department of the next one, the last for that of the first
     * @param parties their departments, each once
     * @param superior the department that decides who goes first
     * @param decideBy when it should have decided
     */
    @WireName("redress.routing.wait-cycle-found.v1")
    record WaitCycleFound(
            CaseId caseId,
            String cycleId,
            List<RequestId> requests,
            List<Party> parties,
            DepartmentCode superior,
            Instant foundAt,
            Instant decideBy)
            implements WaitEvent {
        public WaitCycleFound {
            Bounds.atLeastOne("requests", requests);
            requests = List.copyOf(requests);
            parties = List.copyOf(parties);
        }
    }

    /**
     * One of the waits of a circle is gone: because the superior decided who goes first, or because it ended by itself.
     *
     * @param goFirst what goes on without the answer it waited for; absent where nobody had to decide
     * @param reason why; absent where nobody had to decide
     * @param by who decided; absent where nobody had to
     */
    @WireName("redress.routing.wait-cycle-broken.v1")
    record WaitCycleBroken(
            CaseId caseId,
            String cycleId,
            @Nullable RequestId goFirst,
            @Nullable String reason,
            @Nullable String by,
            Instant brokenAt)
            implements WaitEvent {
        public WaitCycleBroken {
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.optionalText("a name in by", by, Limits.NAME);
        }

        /** One that ended by itself. */
        public WaitCycleBroken(CaseId caseId, String cycleId, Instant brokenAt) {
            this(caseId, cycleId, null, null, null, brokenAt);
        }
    }
}
