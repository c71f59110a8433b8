package io.redress.department;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The department service as a process of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DepartmentConfiguration.class)
public class DepartmentApplication {

    /** Reads its settings from {@code department-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(DepartmentApplication.class)
                .properties("spring.config.name=department-service")
                .run(arguments);
    }
}
