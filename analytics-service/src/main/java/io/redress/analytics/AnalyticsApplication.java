package io.redress.analytics;

import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.security.ServiceSecurity;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service of step 6. */
@SpringBootApplication
@Import({ChassisConfiguration.class, ServiceSecurity.class})
public class AnalyticsApplication {

    /** Reads its settings from {@code analytics-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(AnalyticsApplication.class)
                .properties("spring.config.name=analytics-service")
                .run(arguments);
    }
}
