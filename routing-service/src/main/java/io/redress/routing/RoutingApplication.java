package io.redress.routing;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Routing as a service of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RoutingConfiguration.class)
public class RoutingApplication {

    /** Reads its settings from {@code routing-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(RoutingApplication.class)
                .properties("spring.config.name=routing-service")
                .run(arguments);
    }
}
