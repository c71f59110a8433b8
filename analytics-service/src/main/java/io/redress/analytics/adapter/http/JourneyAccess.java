package io.redress.analytics.adapter.http;

import io.redress.analytics.application.JourneyLine;
import io.redress.analytics.application.PersonalFields;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.CaseId;
import reactor.core.publisher.Mono;

/** Which journeys a caller may see, and what of them. */
final class JourneyAccess {

    private static final String[] WHO_SEE_ALL = {"consultant", "supervisor", "auditor"};

    private JourneyAccess() {}

    /** The case once these positions are applied; 404 where it does not exist or is not for the caller's eyes. */
    static Mono<CaseView<Journey>> visible(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && maySee(view.state(), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** An entry as this caller may see it. */
    static byte[] entry(LogEntry kept, Journey journey, Caller caller) {
        byte[] shown = JourneyLine.shown(kept);
        return caller.isAny(WHO_SEE_ALL) || isOwn(journey, caller) ? shown : PersonalFields.leftOut(shown);
    }

    private static boolean maySee(Journey journey, Caller caller) {
        return caller.isAny(WHO_SEE_ALL)
                || isOwn(journey, caller)
                || caller.departments().stream().anyMatch(journey.involved()::contains);
    }

    private static boolean isOwn(Journey journey, Caller caller) {
        return caller.is("frontline") && caller.subject().equals(journey.submittedBy());
    }
}
