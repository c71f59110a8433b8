package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentState.Crisis;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

/** Whether the whole organisation is in a crisis, as it was a moment ago. */
public final class CrisisNow implements BooleanSupplier {
    private final ObjectProvider<CaseLanes<RoutingState, RoutingCommand, RoutingFact>> lanes;
    private volatile boolean lasts;

    /** @param lanes asked for later: they need the reactions first, which need this */
    public CrisisNow(ObjectProvider<CaseLanes<RoutingState, RoutingCommand, RoutingFact>> lanes) {
        this.lanes = lanes;
    }

    @Override
    public boolean getAsBoolean() {
        return lasts;
    }

    /** What a view of the crisis says counts from now on. */
    public void note(CaseView<RoutingState> view) {
        lasts = view.state() instanceof Crisis crisis && crisis.lasts();
    }

    Mono<Void> refresh() {
        return lanes.getObject()
                .read(IncidentDocuments.CRISIS)
                .doOnNext(this::note)
                .then();
    }
}
