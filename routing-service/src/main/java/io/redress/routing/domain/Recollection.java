package io.redress.routing.domain;

import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.routing.domain.RoutingCommand.AwaitClarification;
import io.redress.routing.domain.RoutingCommand.NoteContact;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import java.util.HashMap;
import java.util.Map;

/**
 * What the state of a case does not tell about the past, so that what was decided once is not decided again: how often it
 * was paused and resumed, by which revision it was last routed, whether it was settled.
 */
public final class Recollection {
    private final Map<String, Past> cases = new HashMap<>();

    /** Only cases with such a past have one. */
    private static final class Past {
        int pauses;
        int resumes;
        int revision;
        boolean settled;
    }

    /** Takes note of what was published. */
    public void recall(RoutingEvent event) {
        switch (event) {
            case CasePaused it -> past(it.caseId().value()).pauses++;
            case CaseResumed it -> past(it.caseId().value()).resumes++;
            case CaseRerouted it -> past(it.caseId().value()).revision = it.revision();
            case CaseSettled it -> past(it.caseId().value()).settled = true;
            default -> {}
        }
    }

    /** The same command, or one without effect where it was followed before. */
    public RoutingCommand unlessFollowed(String caseId, RoutingCommand command) {
        Past past = cases.get(caseId);
        return past == null || !isFollowed(past, command) ? command : new AwaitClarification();
    }

    private static boolean isFollowed(Past past, RoutingCommand command) {
        return switch (command) {
            case Pause _ -> past.pauses-- > 0;
            case Resume _ -> past.resumes-- > 0;
            case Reroute it -> it.revision() <= past.revision;
            case NoteContact _ -> past.settled;
            default -> false;
        };
    }

    private Past past(String caseId) {
        return cases.computeIfAbsent(caseId, _ -> new Past());
    }
}
