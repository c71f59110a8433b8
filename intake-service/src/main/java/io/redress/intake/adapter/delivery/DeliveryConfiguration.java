package io.redress.intake.adapter.delivery;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.intake.application.CarrierChoice;
import io.redress.intake.application.MessageCarrier;
import io.redress.intake.application.PostOffice;
import io.redress.intake.domain.DeliveryTerms;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Opens the post office with the carriers that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {
    private static final String SETTINGS = "redress.intake.delivery.";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    /** For all answers of one mail together, in multiples of the limit for one. */
    private static final int ANSWERS_PER_MAIL = 3;

    private static final Duration CLAIM = Duration.ofMinutes(2);

    @Bean
    DeliveryTerms deliveryTerms(DeliverySettings settings) {
        return new DeliveryTerms(settings.maxAge(), settings.firstPause(), settings.longestPause(), CLAIM);
    }

    @Bean
    FileCarrier fileCarrier(
            DeliverySettings settings,
            @Value("${redress.store.folder:./data/stores}") Path stores,
            InstantSource clock) {
        Path folder = settings.file().folder();
        return new FileCarrier(folder == null ? stores.resolve("messages") : folder, clock);
    }

    @Bean
    Guard.Registries deliveryGuards(
            TimeLimiterRegistry limits, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new Guard.Registries(limits, breakers, bulkheads);
    }

    @Bean
    @ConditionalOnProperty(SETTINGS + "smtp.host")
    SmtpCarrier smtpCarrier(DeliverySettings settings, Guard.Registries guards) {
        DeliverySettings.Smtp smtp = settings.smtp();
        return new SmtpCarrier(
                new MailSession(smtp, Objects.requireNonNull(smtp.host())),
                guards.guard(SmtpCarrier.NAME, smtp.timeLimit().multipliedBy(ANSWERS_PER_MAIL), smtp.atOnce()),
                smtp.atOnce());
    }

    /** The webhook and the connections that only it uses. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(SETTINGS + "webhook.url")
    static class WebhookConfiguration {
        @Bean(destroyMethod = "dispose")
        ConnectionProvider webhookConnections(DeliverySettings settings) {
            return ConnectionProvider.builder("webhook")
                    .maxConnections(settings.webhook().atOnce())
                    .maxIdleTime(Duration.ofSeconds(20))
                    .lifo()
                    .build();
        }

        @Bean
        WebhookCarrier webhookCarrier(
                DeliverySettings settings,
                Guard.Registries guards,
                ConnectionProvider webhookConnections,
                ReactorResourceFactory resources,
                InstantSource clock) {
            DeliverySettings.Webhook webhook = settings.webhook();
            HttpClient client = HttpClient.create(webhookConnections)
                    .runOn(resources.getLoopResources())
                    .followRedirect(false)
                    // A connection that the other side has just closed would make an attempt uncertain.
                    .disableRetry(true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                    .httpResponseDecoder(it -> it.maxHeaderSize(MAX_HEADER_BYTES));
            return new WebhookCarrier(
                    client,
                    address(Objects.requireNonNull(webhook.url())),
                    new WebhookSignature(SETTINGS + "webhook.secrets", webhook.secrets()),
                    guards.guard(WebhookCarrier.NAME, webhook.timeLimit(), webhook.atOnce()),
                    webhook.atOnce(),
                    clock);
        }

        private static URI address(URI url) {
            String scheme = url.getScheme();
            if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException(
                        "Expected an http or https address in redress.intake.delivery.webhook.url, but got another one");
            }
            return url;
        }
    }

    @Bean
    CarrierChoice carrierChoice(DeliverySettings settings, ObjectProvider<MessageCarrier> carriers) {
        Map<String, List<String>> byChannel = new HashMap<>(Map.of(
                "email", List.of("smtp", "webhook", "file"), CarrierChoice.EVERY_OTHER, List.of("webhook", "file")));
        byChannel.putAll(settings.carriers());
        return new CarrierChoice(carriers.stream().toList(), byChannel);
    }

    /** The embedded store belongs to one process; on another one a second process may work on the same cases. */
    @Bean
    PostOffice postOffice(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            CarrierChoice carriers,
            DeliverySettings settings,
            InstantSource clock,
            @Value("${redress.store.kind:rocksdb}") String store,
            MeterRegistry registry) {
        return new PostOffice(lanes, carriers, clock, settings.lookEvery(), !store.equals("rocksdb"), registry);
    }
}
