package io.redress.intake;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.intake.adapter.kafka.ReactToIncidentEvents;
import io.redress.intake.application.CrisisWatch;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of crises of the whole organisation. */
@Configuration(proxyBeanMethods = false)
class CrisisConfiguration {

    @Bean
    ReactToIncidentEvents reactToIncidentEvents() {
        return new ReactToIncidentEvents();
    }

    @Bean
    CrisisWatch crisisWatch(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            @Value("${redress.intake.crisis-look-every:500ms}") Duration every) {
        return new CrisisWatch(lanes, every);
    }
}
