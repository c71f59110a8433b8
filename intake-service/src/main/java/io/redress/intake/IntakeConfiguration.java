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
import io.redress.intake.adapter.delivery.DeliveryConfiguration;
import io.redress.intake.adapter.kafka.ReactToDepartmentEvents;
import io.redress.intake.adapter.kafka.ReactToResolutionEvents;
import io.redress.intake.adapter.kafka.ReactToReviewEvents;
import io.redress.intake.adapter.kafka.ReactToRoutingEvents;
import io.redress.intake.application.CustomerFiles;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FindKin;
import io.redress.intake.application.FinishMerges;
import io.redress.intake.application.FirstAnswers;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.KinshipMeters;
import io.redress.intake.application.MergeCases;
import io.redress.intake.application.NextSentences;
import io.redress.intake.application.StaffedFrontDesk;
import io.redress.intake.application.TimelyDiagnosis;
import io.redress.intake.application.VoiceMeters;
import io.redress.intake.domain.DeliveryTerms;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Promises;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.messages.Preview;
import io.redress.intake.domain.messages.Reach;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.WordedVoice;
import io.redress.intake.domain.messages.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
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
@Import({ChassisConfiguration.class, ServiceSecurity.class, DeliveryConfiguration.class})
@EnableConfigurationProperties(KinshipSettings.class)
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
    FrontDesk frontDesk(RuleBook rules, Roster roster) {
        return new StaffedFrontDesk(new LanguageGuess(rules), roster, new Diagnostician(rules));
    }

    @Bean
    Wording wording(RuleBook rules) {
        return Wording.load(IntakeConfiguration::file, rules.natures());
    }

    @Bean
    Reach reach(Roster roster) {
        return Reach.load(IntakeConfiguration::file, roster.ids());
    }

    @Bean
    WordedVoice voice(Wording wording, Reach reach, @Value("${redress.intake.zone:Europe/Rome}") ZoneId zone) {
        return new WordedVoice(wording, reach, zone);
    }

    @Bean
    Preview preview(Wording wording, Reach reach, @Value("${redress.intake.zone:Europe/Rome}") ZoneId zone) {
        return new Preview(wording, reach, zone);
    }

    @Bean
    TimelyDiagnosis timelyDiagnosis(
            FrontDesk frontDesk,
            @Value("${redress.intake.diagnosis-within:400ms}") Duration within,
            MeterRegistry registry) {
        return new TimelyDiagnosis(frontDesk, within, registry);
    }

    @Bean
    FirstAnswers firstAnswers(MeterRegistry registry) {
        return new FirstAnswers(registry);
    }

    @Bean
    NextSentences nextSentences(Wording wording) {
        return NextSentences.load(IntakeConfiguration::file, wording);
    }

    @Bean
    IntakeDefinition intakeDefinition(
            WordedVoice voice, DeliveryTerms delivery, FrontDesk frontDesk, MeterRegistry registry) {
        return new IntakeDefinition(
                new IntakeDecider(voice, Promises.standard(), delivery, frontDesk::diagnose),
                new VoiceMeters(registry));
    }

    @Bean
    FileComplaints fileComplaints(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, FindKin findKin, KinshipMeters meters) {
        return new FileComplaints(lanes, findKin, meters);
    }

    @Bean
    FindKin findKin(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, KinshipSettings settings) {
        return new FindKin(lanes, settings.terms());
    }

    @Bean
    KinshipMeters kinshipMeters(MeterRegistry registry) {
        return new KinshipMeters(registry);
    }

    @Bean
    MergeCases mergeCases(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, KinshipMeters meters) {
        return new MergeCases(lanes, meters);
    }

    @Bean
    FinishMerges finishMerges(MergeCases merges, KinshipSettings settings) {
        return new FinishMerges(merges, settings.finishEvery());
    }

    @Bean
    CustomerFiles customerFiles(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, InstantSource clock) {
        return new CustomerFiles(lanes, clock);
    }

    @Bean
    ReactToRoutingEvents reactToRoutingEvents() {
        return new ReactToRoutingEvents();
    }

    @Bean
    ReactToDepartmentEvents reactToDepartmentEvents() {
        return new ReactToDepartmentEvents();
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
                .allow(HttpMethod.POST, "/api/v1/complaints:import", "consultant", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/messages",
                        "frontline",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/customers/{reference}",
                        "frontline",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/text-errors/{id}/resolution", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/text-errors", "supervisor", "auditor")
                // Whoever may see the case may say what is wrong in its messages.
                .allow(HttpMethod.POST, "/api/v1/text-errors")
                .allow(HttpMethod.GET, "/api/v1/text-errors/{id}")
                .allow(HttpMethod.GET, "/api/v1/message-templates", "consultant", "supervisor", "auditor")
                .allow(
                        HttpMethod.POST,
                        "/api/v1/message-templates/{kind}:preview",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.PUT, "/api/v1/customers/{reference}", "consultant", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/customers/{reference}/favours", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/cases/{id}/duplicates", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/merge", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/merge:undo", "consultant")
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
