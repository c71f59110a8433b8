package io.redress.standalone.demo;

import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.ArrayList;
import java.util.List;

/** What is asked about one outage is answered together, when somebody has decided how it is put right. */
final class Outage {
    private final List<RequestRaised> held = new ArrayList<>();
    private boolean over;

    /** Whether the answer has to wait; it is kept for then. */
    synchronized boolean holds(RequestRaised request) {
        boolean holds = !over && request.kind() != RequestKind.EXECUTION;
        if (holds) {
            held.add(request);
        }
        return holds;
    }

    /** What was held back; nothing is from now on. */
    synchronized List<RequestRaised> over() {
        over = true;
        List<RequestRaised> all = List.copyOf(held);
        held.clear();
        return all;
    }
}
