package io.redress.standalone.toy;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Cannot start. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class BrokenApplication {
    @Bean
    String spoon() {
        throw new IllegalStateException("Expected a spoon, but there is none");
    }
}
