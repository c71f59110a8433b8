package io.redress.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.routing.adapter.http.HandleIncidents;
import io.redress.routing.application.CrisisNow;
import io.redress.routing.application.JoinIncidents;
import io.redress.routing.application.LiveIncidents;
import io.redress.routing.application.MemberCounts;
import io.redress.routing.application.ProposeIncidents;
import io.redress.routing.application.SeenComplaints;
import io.redress.routing.application.WatchForIncidents;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices mass problems and says who belongs to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncidentSettings.class)
class IncidentConfiguration {

    @Bean
    CrisisNow crisisNow(ObjectProvider<CaseLanes<RoutingState, RoutingCommand, RoutingFact>> lanes) {
        return new CrisisNow(lanes);
    }

    @Bean
    LiveIncidents liveIncidents(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MeterRegistry registry) {
        return new LiveIncidents(lanes, registry);
    }

    @Bean
    MemberCounts memberCounts(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, InstantSource clock) {
        return new MemberCounts(lanes, clock);
    }

    @Bean
    HandleIncidents handleIncidents(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MemberCounts counts) {
        return new HandleIncidents(lanes, counts);
    }

    @Bean
    WatchForIncidents watchForIncidents(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            CrisisNow crisis,
            LiveIncidents live,
            InstantSource clock,
            IncidentSettings settings) {
        SeenComplaints seen = new SeenComplaints();
        lanes.whenDecided(seen);
        return new WatchForIncidents(
                crisis,
                new ProposeIncidents(lanes, seen),
                live,
                new JoinIncidents(lanes, live, clock),
                settings.lookEvery());
    }
}
