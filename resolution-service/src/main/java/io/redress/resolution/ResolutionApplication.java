package io.redress.resolution;

import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.security.ServiceSecurity;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service of steps 4 and 5. */
@SpringBootApplication
@Import({ChassisConfiguration.class, ServiceSecurity.class})
public class ResolutionApplication {

    /** Reads its settings from {@code resolution-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ResolutionApplication.class)
                .properties("spring.config.name=resolution-service")
                .run(arguments);
    }
}
