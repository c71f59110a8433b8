package io.redress.routing;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.routing.application.KnownAbsences;
import io.redress.routing.application.WatchAbsences;
import io.redress.routing.domain.Attendance;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.SilenceSpeaks;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices who is silent, and who is away. */
@Configuration(proxyBeanMethods = false)
class SilenceConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    SilenceSpeaks silenceSpeaks(Departments departments) {
        return new SilenceSpeaks(departments);
    }

    @Bean
    Attendance attendance(Departments departments) {
        return new Attendance(departments);
    }

    @Bean
    KnownAbsences knownAbsences() {
        return new KnownAbsences();
    }

    @Bean
    WatchAbsences watchAbsences(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, KnownAbsences known, InstantSource clock) {
        return new WatchAbsences(lanes, known, clock, LOOK_EVERY);
    }
}
