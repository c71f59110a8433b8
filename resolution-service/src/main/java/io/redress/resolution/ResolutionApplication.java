package io.redress.resolution;

import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.security.ServiceSecurity;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service of steps 4 and 5. */
@SpringBootApplication
@Import({ChassisConfiguration.class, ServiceSecurity.class})
public class ResolutionApplication {
    /** Says at its first use how exactly it counts, which is no news; held, since what nobody holds forgets its level. */
    private static final Logger MONETA = Logger.getLogger("org.javamoney.moneta");

    static {
        MONETA.setLevel(Level.WARNING);
    }

    /** Reads its settings from {@code resolution-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ResolutionApplication.class)
                .properties("spring.config.name=resolution-service")
                .run(arguments);
    }
}
