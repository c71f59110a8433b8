package io.redress.resolution;

import io.redress.resolution.domain.ProposalTerms;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things stay open.
 *
 * @param offerValidity for the customer's choice
 * @param wordAwaited for the customer's word once everything is done
 * @param rounds how often the customer may counter or decline what is proposed
 * @param correctionAwaited how long a customer who was told a wrong value waits until everybody inside knows the right one
 */
@ConfigurationProperties("redress.resolution")
record ResolutionSettings(
        @DefaultValue("14d") Duration offerValidity,
        @DefaultValue("14d") Duration wordAwaited,
        @DefaultValue("3") int rounds,
        @DefaultValue("4h") Duration correctionAwaited) {

    ProposalTerms terms() {
        return new ProposalTerms(offerValidity, wordAwaited, rounds, correctionAwaited);
    }
}
