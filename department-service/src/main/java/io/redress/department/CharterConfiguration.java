package io.redress.department;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.department.application.CharterRegistry;
import io.redress.department.application.DeclareCharters;
import io.redress.department.application.DeclaredCharters;
import io.redress.department.application.KnownCharters;
import io.redress.department.application.WatchCharters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What departments publish about how to ask them. */
@Configuration(proxyBeanMethods = false)
class CharterConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    KnownCharters charters() {
        return new KnownCharters();
    }

    @Bean
    CharterRegistry charterRegistry(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            KnownCharters known,
            InstantSource clock) {
        return new CharterRegistry(lanes, known, clock);
    }

    @Bean
    DeclareCharters declareCharters(DepartmentSettings settings, CharterRegistry registry) throws IOException {
        try (InputStream yaml = settings.charters().getInputStream()) {
            return new DeclareCharters(
                    registry, DeclaredCharters.read(settings.charters().getDescription(), yaml));
        }
    }

    /** Looks first once the file is published, so that whoever is asked at the start is asked under its own charter. */
    @Bean
    WatchCharters watchCharters(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            KnownCharters known,
            InstantSource clock,
            DeclareCharters declared) {
        return new WatchCharters(lanes, known, clock, LOOK_EVERY);
    }
}
