package io.redress.chassis.toy;

import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.kafka.TopicPlan;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The toy as a whole service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ChassisConfiguration.class)
public class PurseApplication {

    @Bean
    Purse purse() {
        return new Purse();
    }

    @Bean
    Purse.NoteNumbers noteNumbers() {
        return new Purse.NoteNumbers();
    }

    @Bean
    TopicPlan topics() {
        return new TopicPlan(List.of(Purse.OUT));
    }
}
