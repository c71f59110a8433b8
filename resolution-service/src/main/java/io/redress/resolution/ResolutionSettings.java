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
 */
@ConfigurationProperties("redress.resolution")
record ResolutionSettings(
        @DefaultValue("14d") Duration offerValidity,
        @DefaultValue("14d") Duration wordAwaited) {

    ProposalTerms terms() {
        return new ProposalTerms(offerValidity, wordAwaited);
    }
}
