package io.redress.department;

import io.redress.chassis.kafka.TellOutsiders;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.contracts.Topics;
import io.redress.department.adapter.kafka.RefusedReply;
import io.redress.department.adapter.kafka.TellDepartmentSystems;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How departments take part that work in a system of their own, or in none. */
@Configuration(proxyBeanMethods = false)
class ConnectConfiguration {

    @Bean
    TopicPlan refusals() {
        return new TopicPlan(List.of(Topics.DEPARTMENT_REFUSALS));
    }

    @Bean
    TellOutsiders tellDepartmentSystems(
            Charters charters,
            InstantSource clock,
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes) {
        return new TellDepartmentSystems(new RefusedReply(charters, clock), lanes);
    }
}
