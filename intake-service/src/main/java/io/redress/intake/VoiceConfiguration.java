package io.redress.intake;

import io.redress.intake.application.NextSentences;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.messages.Preview;
import io.redress.intake.domain.messages.Reach;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.WordedVoice;
import io.redress.intake.domain.messages.Wording;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How customers are spoken to. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

    @Bean
    Wording wording(RuleBook rules) {
        return Wording.load(ClassPathFile::read, rules.natures());
    }

    @Bean
    Reach reach(Roster roster) {
        return Reach.load(ClassPathFile::read, roster.ids());
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
    NextSentences nextSentences(Wording wording) {
        return NextSentences.load(ClassPathFile::read, wording);
    }
}
