package io.redress.department;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.security.ServiceSecurity;
import io.redress.contracts.Topics;
import io.redress.department.adapter.http.DepartmentEndpoints;
import io.redress.department.adapter.kafka.ReactToDepartmentReplies;
import io.redress.department.adapter.kafka.ReactToRoutingEvents;
import io.redress.department.application.ContributionMeters;
import io.redress.department.application.CountedRules;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.FinishedWork;
import io.redress.department.application.LatestStarts;
import io.redress.department.application.SeenWork;
import io.redress.department.application.ServiceMeters;
import io.redress.department.application.UrgencyMeters;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.FollowingUp;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.OpeningOffers;
import io.redress.department.domain.Reminding;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the department service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DepartmentSettings.class)
@Import({
    ChassisConfiguration.class,
    ServiceSecurity.class,
    DepartmentEndpoints.class,
    CharterConfiguration.class,
    NegotiationConfiguration.class,
    UrgencyConfiguration.class,
    CommitmentConfiguration.class,
    DeliveryConfiguration.class,
    ServiceConfiguration.class,
    ConnectConfiguration.class
})
class DepartmentConfiguration {

    @Bean
    CaseDefinition<DepartmentState, DepartmentCommand, DepartmentFact> definition(
            MeterRegistry registry, Charters charters, KnownWork work, LatestStarts starts, ServiceSettings service) {
        OpeningOffers offers = new OpeningOffers(new DepartmentDecider(charters), charters, work);
        Reminding rules = new Reminding(new FollowingUp(offers, charters, work), service.rateWithin());
        return new DepartmentDefinition(
                new DepartmentRules(new CountedRules(
                        rules,
                        List.of(
                                new ContributionMeters(registry),
                                new UrgencyMeters(registry),
                                new ServiceMeters(registry)))),
                ConnectConfiguration.byMail(charters),
                starts,
                service.rateWithin());
    }

    @Bean
    DepartmentCases cases(CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes) {
        return new DepartmentCases(lanes);
    }

    @Bean
    FinishedWork finishedWork(DepartmentCases cases, DepartmentSettings settings) {
        return new FinishedWork(cases, settings.rememberFor());
    }

    @Bean
    KnownWork knownWork(ObjectProvider<FinishedWork> work, ObjectProvider<DepartmentCases> cases, Charters charters) {
        return new SeenWork(work::getObject, cases::getObject, charters);
    }

    @Bean
    TopicPlan topicPlan() {
        return new TopicPlan(List.of(Topics.DEPARTMENTS, Topics.CHARTERS));
    }

    @Bean
    Reaction<DepartmentCommand> reactToRoutingEvents() {
        return new ReactToRoutingEvents();
    }

    @Bean
    Reaction<DepartmentCommand> reactToDepartmentReplies() {
        return new ReactToDepartmentReplies();
    }
}
