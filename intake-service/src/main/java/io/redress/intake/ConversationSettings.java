package io.redress.intake;

import io.redress.intake.domain.ConversationTerms;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the front desk converses.
 *
 * @param clarifyBelow with less confidence than this we ask, 0 (never) to 1
 * @param answerWithin how long an answer to our question is waited for
 * @param contactWithin how long a consultant may take to get in touch
 * @param countLoadsEvery how often the consultants' loads are counted anew
 */
@ConfigurationProperties("redress.intake")
record ConversationSettings(
        @DefaultValue("0.4") double clarifyBelow,
        @DefaultValue("48h") Duration answerWithin,
        @DefaultValue("24h") Duration contactWithin,
        @DefaultValue("1h") Duration countLoadsEvery) {

    ConversationTerms terms() {
        return new ConversationTerms(clarifyBelow, answerWithin, contactWithin);
    }
}
