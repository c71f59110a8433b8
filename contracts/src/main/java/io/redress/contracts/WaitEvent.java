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
     * Requests wait for each other in a circle, so none of them can go on by itself (R63).
     *
     * @param cycleId the same for the same requests
     * @param superior the department that decides who goes first
     */
    @WireName("redress.routing.wait-cycle-found.v1")
    record WaitCycleFound(
            CaseId caseId,
            String cycleId,
            List<RequestId> requests,
            List<Party> parties,
            DepartmentCode superior,
            Instant foundAt)
            implements WaitEvent {
        public WaitCycleFound {
            Bounds.atLeastOne("requests", requests);
            requests = List.copyOf(requests);
            parties = List.copyOf(parties);
        }
    }

    /** One of the waits of a circle is gone. */
    @WireName("redress.routing.wait-cycle-broken.v1")
    record WaitCycleBroken(CaseId caseId, String cycleId, Instant brokenAt) implements WaitEvent {}
}
