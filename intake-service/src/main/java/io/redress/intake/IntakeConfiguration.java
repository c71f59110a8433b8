package io.redress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.ChassisConfiguration;
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
import io.redress.intake.application.ConsultantLoads;
import io.redress.intake.application.ConversationMeters;
import io.redress.intake.application.CustomerFiles;
import io.redress.intake.application.DrillMeters;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FindKin;
import io.redress.intake.application.FirstAnswers;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.KinshipMeters;
import io.redress.intake.application.ObservedDecider;
import io.redress.intake.application.PrepareShipments;
import io.redress.intake.application.TellAccounts;
import io.redress.intake.application.TimelyDiagnosis;
import io.redress.intake.application.VoiceMeters;
import io.redress.intake.domain.Attention;
import io.redress.intake.domain.DeliveryTerms;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Promises;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.drills.Drillmaster;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.WordedVoice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts intake together: its rules, its cases, its topics; what belongs to one theme has a configuration of its own. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChassisConfiguration.class,
    ServiceSecurity.class,
    DeliveryConfiguration.class,
    VoiceConfiguration.class,
    KinshipConfiguration.class,
    CrisisConfiguration.class,
    ConversationConfiguration.class,
    DrillConfiguration.class
})
@ComponentScan("io.redress.intake.adapter.http")
class IntakeConfiguration {

    @Bean
    RuleBook ruleBook() {
        return RuleBook.load(ClassPathFile::read);
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
    IntakeDefinition intakeDefinition(
            WordedVoice voice,
            DeliveryTerms delivery,
            Attention attention,
            ConsultantLoads loads,
            Drillmaster drills,
            DrillMeters drillMeters,
            MeterRegistry registry) {
        IntakeDecider rules = new IntakeDecider(voice, Promises.standard(), delivery, attention, drills, voice);
        return new IntakeDefinition(
                new ObservedDecider(rules, new ConversationMeters(registry), loads, drillMeters),
                new VoiceMeters(registry));
    }

    @Bean
    FileComplaints fileComplaints(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, FindKin findKin, KinshipMeters meters) {
        return new FileComplaints(lanes, findKin, meters);
    }

    @Bean
    PrepareShipments prepareShipments(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            FrontDesk frontDesk,
            @Value("${redress.intake.large-shipment-from:100}") int largeFrom) {
        return new PrepareShipments(lanes, frontDesk, largeFrom);
    }

    @Bean
    CustomerFiles customerFiles(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, InstantSource clock) {
        return new CustomerFiles(lanes, clock);
    }

    @Bean
    TellAccounts tellAccounts(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            CustomerFiles files,
            @Value("${redress.intake.tell-accounts-every:250ms}") Duration every) {
        return new TellAccounts(lanes, files, every);
    }

    @Bean
    ReactToRoutingEvents reactToRoutingEvents(Roster roster) {
        return new ReactToRoutingEvents(roster);
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
        return IntakeAccess.rules();
    }
}
