package io.redress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.intake.application.ConsultantLoads;
import io.redress.intake.application.CountLoads;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.application.StaffedFrontDesk;
import io.redress.intake.domain.Attention;
import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.listening.HostileWords;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The people of the front desk, and how they listen. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationSettings.class)
class ConversationConfiguration {

    @Bean
    Roster roster() {
        return Roster.load(ClassPathFile::read);
    }

    @Bean
    Hostility hostility() {
        return HostileWords.load(ClassPathFile::read);
    }

    @Bean
    FrontDesk frontDesk(RuleBook rules, Roster roster, Hostility hostility, ConsultantLoads loads) {
        return new StaffedFrontDesk(
                new LanguageGuess(rules),
                roster,
                new Diagnostician(rules),
                hostility,
                id -> loads.of(id).open());
    }

    @Bean
    Attention attention(FrontDesk frontDesk, Hostility hostility, ConversationSettings settings) {
        return new Attention(frontDesk::diagnose, hostility, settings.terms());
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
}
