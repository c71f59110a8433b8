package io.redress.resolution;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.resolution.adapter.webhook.ProviderGuard;
import io.redress.resolution.adapter.webhook.WebhookRemedies;
import io.redress.resolution.application.Remedies;
import io.redress.resolution.application.SendRemedies;
import io.redress.resolution.domain.RemedyTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** How remedies leave the house: by webhook where an address is set, else into files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemedySettings.class)
class RemediesConfiguration {
    private static final String SETTINGS = "redress.resolution.remedies.";
    /** Cases and outages, neither of which is to find the door full because of the other. */
    private static final int USERS = 2;

    private static final int CONNECT_MILLIS = 2_000;
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    @Bean
    RemedyTerms remedyTerms(RemedySettings settings) {
        return settings.terms();
    }

    @Bean
    SendRemedies sendRemedies(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Remedies remedies,
            InstantSource clock,
            RemedySettings settings,
            MeterRegistry registry) {
        return new SendRemedies(lanes, remedies, clock, settings.lookEvery(), settings.atOnce(), registry);
    }

    /** The webhook and the connections that only it uses. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(SETTINGS + "url")
    static class ByWebhook {
        @Bean(destroyMethod = "dispose")
        ConnectionProvider remedyConnections(RemedySettings settings) {
            return ConnectionProvider.builder("remedies")
                    .maxConnections(USERS * settings.atOnce())
                    .maxIdleTime(Duration.ofSeconds(20))
                    .lifo()
                    .build();
        }

        @Bean
        ProviderGuard.Registries remedyGuards(
                TimeLimiterRegistry limits,
                CircuitBreakerRegistry breakers,
                BulkheadRegistry bulkheads,
                RetryRegistry retries) {
            return new ProviderGuard.Registries(limits, breakers, bulkheads, retries);
        }

        @Bean
        Remedies webhookRemedies(
                RemedySettings settings,
                ProviderGuard.Registries guards,
                ConnectionProvider remedyConnections,
                ReactorResourceFactory resources,
                InstantSource clock) {
            HttpClient client = HttpClient.create(remedyConnections)
                    .runOn(resources.getLoopResources())
                    .followRedirect(false)
                    // A connection that the other side has just closed would make an attempt uncertain.
                    .disableRetry(true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                    .httpResponseDecoder(it -> it.maxHeaderSize(MAX_HEADER_BYTES));
            return new WebhookRemedies(
                    client,
                    address(Objects.requireNonNull(settings.url())),
                    new WebhookSignature(SETTINGS + "secrets", settings.secrets()),
                    guards.guard(settings.timeLimit(), USERS * settings.atOnce()),
                    clock);
        }

        private static URI address(URI url) {
            String scheme = url.getScheme();
            if (url.getHost() == null || url.getQuery() != null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("Expected an http or https address without a query in " + SETTINGS
                        + "url, but got another one");
            }
            return url;
        }
    }
}
