package io.redress.intake;

import io.redress.intake.domain.kinship.Likeness;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a customer says the same thing again.
 *
 * @param sure overlap of two texts, 0 to 1, from which they say the same
 * @param suspected overlap from which a consultant should look
 * @param fewestWords a shorter text never joins a case by itself
 * @param finishEvery how often to look for merges that a crash has interrupted
 */
@ConfigurationProperties("redress.intake.duplicates")
record KinshipSettings(
        @DefaultValue("0.75") double sure,
        @DefaultValue("0.45") double suspected,
        @DefaultValue("6") int fewestWords,
        @DefaultValue("2s") Duration finishEvery) {

    Likeness.Terms terms() {
        return new Likeness.Terms(sure, suspected, fewestWords);
    }
}
