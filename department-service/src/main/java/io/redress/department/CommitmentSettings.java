package io.redress.department;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly promises are taken, and how often they are looked at.
 *
 * @param refuseUnusual whether a promise over REST that comparable work speaks against is refused, and not only judged
 * @param judgeEvery how often what was promised over the topic is judged
 * @param measureEvery how often the meters show how departments keep their word
 */
@ConfigurationProperties("redress.department.commitments")
record CommitmentSettings(
        @DefaultValue("false") boolean refuseUnusual,
        @DefaultValue("1s") Duration judgeEvery,
        @DefaultValue("30s") Duration measureEvery) {}
