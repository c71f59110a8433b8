package io.redress.analytics;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.analytics.adapter.http.LiveJourneys;
import io.redress.analytics.adapter.kafka.ReactToCustomerMessages;
import io.redress.analytics.adapter.kafka.ReactToDepartmentEvents;
import io.redress.analytics.adapter.kafka.ReactToIncidentEvents;
import io.redress.analytics.adapter.kafka.ReactToIntakeEvents;
import io.redress.analytics.adapter.kafka.ReactToResolutionEvents;
import io.redress.analytics.adapter.kafka.ReactToRoutingEvents;
import io.redress.analytics.application.CompareServiceLevels;
import io.redress.analytics.application.CountFeedback;
import io.redress.analytics.application.CountServiceLevels;
import io.redress.analytics.application.FeedbackDays;
import io.redress.analytics.application.JourneyDefinition;
import io.redress.analytics.application.LearningMeters;
import io.redress.analytics.application.PublicCases;
import io.redress.analytics.application.ServiceWeeks;
import io.redress.analytics.application.SummariseFeedback;
import io.redress.analytics.application.WatchFeedback;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyDecider;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.security.AccessRules;
import io.redress.chassis.store.CaseStore;
import io.redress.contracts.Topics;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsSettings.class)
class AnalyticsConfiguration {
    private static final String[] WHO_READS_FEEDBACK = {"department:product-management", "supervisor", "auditor"};
    private static final String[] WHO_ANSWERS_IN_PUBLIC = {"department:marketing-pr", "supervisor", "auditor"};

    @Bean
    CaseDefinition<Journey, JourneyCommand, JourneyFact> journeyDefinition(
            AnalyticsSettings settings, MeterRegistry registry) {
        return new JourneyDefinition(
                new JourneyDecider(settings.terms(), settings.feedback().policy()), new LearningMeters(registry));
    }

    @Bean
    Reaction<JourneyCommand> reactToIntakeEvents() {
        return new ReactToIntakeEvents();
    }

    @Bean
    Reaction<JourneyCommand> reactToCustomerMessages() {
        return new ReactToCustomerMessages();
    }

    @Bean
    Reaction<JourneyCommand> reactToRoutingEvents() {
        return new ReactToRoutingEvents();
    }

    @Bean
    Reaction<JourneyCommand> reactToIncidentEvents() {
        return new ReactToIncidentEvents();
    }

    @Bean
    Reaction<JourneyCommand> reactToDepartmentEvents() {
        return new ReactToDepartmentEvents();
    }

    @Bean
    Reaction<JourneyCommand> reactToResolutionEvents() {
        return new ReactToResolutionEvents();
    }

    @Bean
    TopicPlan analyticsTopics() {
        return new TopicPlan(List.of(Topics.REVIEWS, Topics.FEEDBACK));
    }

    @Bean
    LiveJourneys liveJourneys(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, AnalyticsSettings settings, MeterRegistry registry) {
        return new LiveJourneys(lanes, settings.heartbeatEvery(), settings.mostStreams(), registry);
    }

    @Bean
    FeedbackDays feedbackDays(CaseStore store) {
        return new FeedbackDays(store);
    }

    @Bean
    CountFeedback countFeedback(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, FeedbackDays days) {
        return new CountFeedback(lanes, days);
    }

    @Bean
    SummariseFeedback summariseFeedback(FeedbackDays days, CountFeedback counting) {
        return new SummariseFeedback(days, counting);
    }

    @Bean
    WatchFeedback watchFeedback(CountFeedback counting, AnalyticsSettings settings) {
        return new WatchFeedback(counting, settings.feedback().countEvery());
    }

    @Bean
    ServiceWeeks serviceWeeks(CaseStore store) {
        return new ServiceWeeks(store);
    }

    @Bean
    CountServiceLevels countServiceLevels(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, ServiceWeeks weeks, AnalyticsSettings settings) {
        return new CountServiceLevels(lanes, weeks, settings.feedback().countEvery());
    }

    @Bean
    CompareServiceLevels compareServiceLevels(ServiceWeeks weeks, CountServiceLevels counting) {
        return new CompareServiceLevels(weeks, counting);
    }

    @Bean
    PublicCases publicCases(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, InstantSource clock) {
        return new PublicCases(lanes, clock);
    }

    @Bean
    AccessRules analyticsAccess() {
        return AccessRules.denyAll()
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/journey",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/survey", "frontline", "consultant")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/review",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/review", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/reviews", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/feedback", WHO_READS_FEEDBACK)
                .allow(HttpMethod.GET, "/api/v1/feedback:summary", WHO_READS_FEEDBACK)
                .allow(HttpMethod.GET, "/api/v1/service-levels", "department:*", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/public-cases", WHO_ANSWERS_IN_PUBLIC)
                .allow(HttpMethod.GET, "/api/v1/public-cases:summary", WHO_ANSWERS_IN_PUBLIC);
    }
}
