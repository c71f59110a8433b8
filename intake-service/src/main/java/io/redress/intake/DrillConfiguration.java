package io.redress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.intake.application.DrillMeters;
import io.redress.intake.application.RunDrills;
import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.drills.DrillBook;
import io.redress.intake.domain.drills.Drillmaster;
import io.redress.intake.domain.drills.Examiner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How consultants train. */
@Configuration(proxyBeanMethods = false)
class DrillConfiguration {

    @Bean
    DrillBook drillBook() {
        return DrillBook.load(ClassPathFile::read);
    }

    @Bean
    Drillmaster drillmaster(DrillBook book, Hostility hostility) {
        return new Drillmaster(book, new Examiner(hostility));
    }

    @Bean
    DrillMeters drillMeters(MeterRegistry registry, DrillBook book) {
        return new DrillMeters(registry, book);
    }

    @Bean
    RunDrills runDrills(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        return new RunDrills(lanes);
    }
}
