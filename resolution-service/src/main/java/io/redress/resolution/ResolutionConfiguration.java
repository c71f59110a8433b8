package io.redress.resolution;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.security.AccessRules;
import io.redress.contracts.Topics;
import io.redress.resolution.adapter.catalogue.CatalogueFile;
import io.redress.resolution.adapter.http.IncidentRemedyAccess;
import io.redress.resolution.adapter.http.ResourceAccess;
import io.redress.resolution.adapter.kafka.ReactToDepartmentEvents;
import io.redress.resolution.adapter.kafka.ReactToIntakeEvents;
import io.redress.resolution.adapter.kafka.ReactToRoutingEvents;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.OptionCatalogue;
import io.redress.resolution.domain.PromiseTerms;
import io.redress.resolution.domain.RemedyTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.ValueLimits;
import io.redress.resolution.domain.regulation.Regulations;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResolutionSettings.class)
@Import({OutageConfiguration.class, ReservationConfiguration.class})
class ResolutionConfiguration {
    private static final String CATALOGUE = "options.yaml";

    @Bean
    OptionCatalogue optionCatalogue() throws IOException {
        return CatalogueFile.read(CATALOGUE, new ClassPathResource(CATALOGUE).getInputStream());
    }

    @Bean
    Decider<ResolutionState, ResolutionCommand, ResolutionFact> resolutionDecider(
            OptionCatalogue catalogue,
            ResolutionSettings settings,
            ValueLimits limits,
            RemedyTerms remedies,
            PromiseTerms promises,
            Regulations regulations) {
        return new ResolutionRules(catalogue, settings.terms(), limits, remedies, promises, regulations);
    }

    @Bean
    CaseDefinition<ResolutionState, ResolutionCommand, ResolutionFact> resolutionDefinition(
            Decider<ResolutionState, ResolutionCommand, ResolutionFact> decider) {
        return new ResolutionDefinition(decider);
    }

    @Bean
    Reaction<ResolutionCommand> reactToIntakeEvents() {
        return new ReactToIntakeEvents();
    }

    @Bean
    Reaction<ResolutionCommand> reactToRoutingEvents() {
        return new ReactToRoutingEvents();
    }

    @Bean
    Reaction<ResolutionCommand> reactToDepartmentEvents() {
        return new ReactToDepartmentEvents();
    }

    @Bean
    TopicPlan resolutionTopics() {
        return new TopicPlan(List.of(Topics.RESOLUTIONS));
    }

    @Bean
    AccessRules resolutionAccess() {
        return AccessRules.denyAll()
                .including(ClosingConfiguration::access)
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/resolution",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/execution",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/choice", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/closure", "frontline", "consultant")
                .including(IncidentRemedyAccess::addedTo)
                .including(ClearanceConfiguration::access)
                .including(PromiseAccess::with)
                .including(ResourceAccess::addedTo)
                .including(ClaimAccess::addedTo);
    }
}
