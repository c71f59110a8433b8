package io.redress.resolution;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.resolution.application.KeepReservations;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is offered is there until the offer ends. */
@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    KeepReservations keepReservations(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            @Value("${redress.resolution.reservations.look-every:100ms}") Duration every,
            MeterRegistry registry) {
        return new KeepReservations(lanes, every, registry);
    }
}
