package io.redress.routing;

import io.redress.routing.domain.IncidentTerms;
import io.redress.routing.domain.bursts.BurstTerms;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When many complaints are a mass problem, and what then happens by itself.
 *
 * @param autoOpen whether a burst with a score from {@code openAt} on is an incident without anybody's decision
 * @param least fewer complaints are never a burst
 * @param proposeAt the score of a burst from which an incident is proposed: 6 is one in a million by chance
 * @param openAt the score that leaves no doubt
 * @param warmUp how long it takes to know what is usual in a stream of complaints
 * @param mostSignatures kinds of complaints that are counted at once
 * @param lookEvery how often complaints are counted and cases join
 * @param technical natures where a mass outage is proposed to be handled first and told after
 * @param apart natures of complaints that have nothing in common but that nobody knows what they are about
 */
@ConfigurationProperties("redress.routing.incidents")
record IncidentSettings(
        @DefaultValue("false") boolean autoOpen,
        @DefaultValue("10") int least,
        @DefaultValue("6") double proposeAt,
        @DefaultValue("25") double openAt,
        @DefaultValue("48h") Duration warmUp,
        @DefaultValue("300") int mostSignatures,
        @DefaultValue("500ms") Duration lookEvery,

        @DefaultValue({"technical-fault", "crash", "product-error", "failure"})
        Set<String> technical,

        @DefaultValue({"unclear", "venting", "praise", "question", "vip"})
        Set<String> apart) {

    IncidentTerms terms() {
        BurstTerms usual = BurstTerms.standard();
        BurstTerms bursts = new BurstTerms(
                usual.bucket(),
                usual.quick(),
                usual.steady(),
                usual.slow(),
                least,
                usual.tolerated(),
                proposeAt,
                openAt,
                warmUp,
                usual.memory(),
                mostSignatures);
        return new IncidentTerms(bursts, autoOpen, technical, apart);
    }
}
