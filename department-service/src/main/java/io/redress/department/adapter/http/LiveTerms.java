package io.redress.department.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How worklists are streamed.
 *
 * @param heartbeatEvery on a live worklist in which nothing happens
 * @param mostStreams live worklists at one time
 * @param mostPages different pages that are followed at one time; each is read again and again
 * @param lookEvery how often to read a page again; also how late a change may be noticed that another instance has made
 */
@ConfigurationProperties("redress.department.live")
public record LiveTerms(
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("500") int mostStreams,
        @DefaultValue("100") int mostPages,
        @DefaultValue("2s") Duration lookEvery) {}
