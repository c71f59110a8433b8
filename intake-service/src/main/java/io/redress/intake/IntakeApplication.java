package io.redress.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The front desk as a service of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IntakeConfiguration.class)
public class IntakeApplication {

    /** Reads its settings from {@code intake-service.yml}. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake-service")
                .build();
        application.run(arguments);
    }
}
