package io.redress.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.security.ServiceSecurity;
import io.redress.contracts.Topics;
import io.redress.routing.adapter.http.RoutingEndpoints;
import io.redress.routing.adapter.kafka.ReactToDepartmentEvents;
import io.redress.routing.adapter.kafka.ReactToIntakeEvents;
import io.redress.routing.adapter.kafka.ReactToIntakeEventsInCrisis;
import io.redress.routing.adapter.kafka.ReactToResolutionEvents;
import io.redress.routing.application.CrisisNow;
import io.redress.routing.application.DeclaredRules;
import io.redress.routing.application.KnownAbsences;
import io.redress.routing.application.ObservedWaits;
import io.redress.routing.application.PastRoutings;
import io.redress.routing.application.RememberedProblems;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.application.RoutingMeters;
import io.redress.routing.domain.Attendance;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.OfferTerms;
import io.redress.routing.domain.PublishedTerms;
import io.redress.routing.domain.RightOwners;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingTable;
import io.redress.routing.domain.SilenceSpeaks;
import io.redress.routing.domain.Superiors;
import io.redress.routing.domain.WaitingRules;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the routing service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
@Import({
    ChassisConfiguration.class,
    ServiceSecurity.class,
    RoutingEndpoints.class,
    KnowledgeConfiguration.class,
    IncidentConfiguration.class,
    WaitConfiguration.class,
    SilenceConfiguration.class,
    RebuildConfiguration.class,
    CharterConfiguration.class
})
class RoutingConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(RoutingConfiguration.class);

    @Bean
    Departments departments(RoutingSettings settings, PublishedTerms charters) throws IOException {
        try (InputStream yaml = settings.departments().getInputStream()) {
            return DeclaredRules.departments(settings.departments().getDescription(), yaml)
                    .under(charters);
        }
    }

    @Bean
    Industry industry(RoutingSettings settings) {
        return settings.industry();
    }

    @Bean
    PastRoutings pastRoutings(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes) {
        return new PastRoutings(lanes);
    }

    @Bean
    RoutingTable routingTable(RoutingSettings settings, Departments departments) throws IOException {
        try (InputStream yaml = settings.rules().getInputStream()) {
            RoutingTable table =
                    DeclaredRules.table(settings.rules().getDescription(), yaml, departments, settings.industry());
            table.warnings().forEach(it -> LOG.warn("In the routing table: {}. {}", it.sentence(), it.remedy()));
            return table;
        }
    }

    /** By when offers are answered, and who hears of those that are not. */
    @Bean
    OfferTerms offerTerms(Departments departments, Attendance attendance) {
        return OfferTerms.inWorkingTime(departments, attendance);
    }

    @Bean
    CaseDefinition<RoutingState, RoutingCommand, RoutingFact> definition(
            Departments departments,
            RoutingTable table,
            OfferTerms terms,
            RememberedProblems problems,
            IncidentSettings incidents,
            Superiors superiors,
            MeterRegistry registry,
            InstantSource clock,
            SilenceSpeaks silence,
            KnownAbsences absences) {
        var decider = new RoutingDecider(departments, table, terms, problems, incidents.terms());
        var rules = new WaitingRules(new RightOwners(decider, departments), departments, superiors);
        return new RoutingDefinition(
                new ObservedWaits(rules, registry, clock), new RoutingMeters(registry), silence, absences);
    }

    /** A department's own systems find its topic from the first moment on. */
    @Bean
    TopicPlan topicPlan(Departments departments) {
        return new TopicPlan(Stream.concat(
                        Stream.of(Topics.ROUTING, Topics.KNOWLEDGE, Topics.INCIDENTS),
                        departments.all().stream().map(it -> Topics.requestsOf(it.code())))
                .toList());
    }

    @Bean
    Reaction<RoutingCommand> reactToIntakeEvents(CrisisNow crisis) {
        return new ReactToIntakeEventsInCrisis(new ReactToIntakeEvents(), crisis);
    }

    @Bean
    Reaction<RoutingCommand> reactToDepartmentEvents() {
        return new ReactToDepartmentEvents();
    }

    @Bean
    Reaction<RoutingCommand> reactToResolutionEvents() {
        return new ReactToResolutionEvents();
    }
}
