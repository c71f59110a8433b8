package io.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.ChassisConfiguration;
import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.kafka.TopicPlan;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.security.AccessRules;
import io.redress.chassis.security.ServiceSecurity;
import io.redress.contracts.Topics;
import io.redress.intake.adapter.kafka.ReactToResolutionEvents;
import io.redress.intake.adapter.kafka.ReactToReviewEvents;
import io.redress.intake.adapter.kafka.ReactToRoutingEvents;
import io.redress.intake.application.ConsultantLoads;
import io.redress.intake.application.ConversationMeters;
import io.redress.intake.application.CountLoads;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.NextSentences;
import io.redress.intake.application.ObservedDecider;
import io.redress.intake.application.StaffedFrontDesk;
import io.redress.intake.domain.Attention;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Promises;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.listening.HostileWords;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.WordedVoice;
import io.redress.intake.domain.messages.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;

/** Puts intake together: its rules and texts as data, its cases, its topics, who may call. */
@Configuration(proxyBeanMethods = false)
@Import({ChassisConfiguration.class, ServiceSecurity.class})
@EnableConfigurationProperties(ConversationSettings.class)
@ComponentScan("io.redress.intake.adapter.http")
class IntakeConfiguration {

    @Bean
    RuleBook ruleBook() {
        return RuleBook.load(IntakeConfiguration::file);
    }

    @Bean
    Roster roster() {
        return Roster.load(IntakeConfiguration::file);
    }

    @Bean
    ConsultantLoads consultantLoads(Roster roster, MeterRegistry registry) {
        ConsultantLoads loads = new ConsultantLoads();
        loads.showOn(registry, ids(roster));
        return loads;
    }

    @Bean
    CountLoads countLoads(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            ConsultantLoads loads,
            Roster roster,
            ConversationSettings settings) {
        return new CountLoads(lanes, loads, ids(roster), settings.countLoadsEvery());
    }

    private static List<String> ids(Roster roster) {
        return roster.all().stream().map(Consultant::id).toList();
    }

    @Bean
    FrontDesk frontDesk(RuleBook rules, Roster roster, Attention attention, ConsultantLoads loads) {
        return new StaffedFrontDesk(
                new LanguageGuess(rules),
                roster,
                new Diagnostician(rules),
                attention.hostility(),
                id -> loads.of(id).open());
    }

    @Bean
    NextSentences nextSentences() {
        return NextSentences.load(IntakeConfiguration::file);
    }

    @Bean
    Attention attention(RuleBook rules, ConversationSettings settings) {
        return new Attention(
                new Diagnostician(rules)::diagnose, HostileWords.load(IntakeConfiguration::file), settings.terms());
    }

    @Bean
    IntakeDefinition intakeDefinition(
            RuleBook rules,
            @Value("${redress.intake.zone:Europe/Rome}") ZoneId zone,
            Attention attention,
            ConsultantLoads loads,
            MeterRegistry registry) {
        WordedVoice voice = new WordedVoice(Wording.load(IntakeConfiguration::file, rules.natures()), zone);
        return new IntakeDefinition(new ObservedDecider(
                new IntakeDecider(voice, Promises.standard(), attention), new ConversationMeters(registry), loads));
    }

    @Bean
    FileComplaints fileComplaints(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        return new FileComplaints(lanes);
    }

    @Bean
    ReactToRoutingEvents reactToRoutingEvents() {
        return new ReactToRoutingEvents();
    }

    @Bean
    ReactToResolutionEvents reactToResolutionEvents() {
        return new ReactToResolutionEvents();
    }

    @Bean
    ReactToReviewEvents reactToReviewEvents() {
        return new ReactToReviewEvents();
    }

    @Bean
    TopicPlan topics() {
        return new TopicPlan(List.of(Topics.COMPLAINTS, Topics.CUSTOMER_MESSAGES));
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(HttpMethod.POST, "/api/v1/complaints", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/words", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/diagnosis", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/contact-wishes", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/contacts", "consultant")
                .allow(HttpMethod.GET, "/api/v1/consultants", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/consultants/{id}/contacts", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/cases", "frontline", "consultant", "supervisor", "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor");
    }

    private static String file(String path) {
        try {
            return new ClassPathResource(path, IntakeConfiguration.class.getClassLoader()).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + path + " on the class path", e);
        }
    }
}
