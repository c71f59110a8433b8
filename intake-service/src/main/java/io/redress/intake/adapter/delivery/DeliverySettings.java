package io.redress.intake.adapter.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages reach customers.
 *
 * @param lookEvery how often to look for due messages without being woken
 * @param maxAge after which a message is not tried again
 * @param firstPause before the second try; doubles with each further one
 * @param longestPause between two tries
 * @param carriers by channel, or {@code default}, the carriers in the order in which they are asked
 */
@ConfigurationProperties("redress.intake.delivery")
public record DeliverySettings(
        @DefaultValue("250ms") Duration lookEvery,
        @DefaultValue("3d") Duration maxAge,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue Map<String, List<String>> carriers,
        @DefaultValue FileSink file,
        @DefaultValue Webhook webhook,
        @DefaultValue Smtp smtp) {

    /**
     * A folder on this machine.
     *
     * @param folder where the files are; below the store's folder where nothing is said
     */
    public record FileSink(@Nullable Path folder) {}

    /**
     * A receiver of Standard Webhooks.
     *
     * @param url where to; without it there is no webhook
     * @param secrets {@code whsec_...}; more than one while they are being changed
     * @param timeLimit for one call
     * @param atOnce calls at the same time
     */
    public record Webhook(
            @Nullable URI url,
            @DefaultValue List<String> secrets,
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("32") int atOnce) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "Webhook[" + timeLimit + ", " + atOnce + "]";
        }
    }

    /**
     * A mail server.
     *
     * @param host its name; without it there is no mail
     * @param from whose address the customer sees
     * @param startTls whether the connection must become encrypted before anything is said
     * @param timeLimit for connecting and for each answer
     * @param atOnce connections at the same time
     */
    public record Smtp(
            @Nullable String host,
            @DefaultValue("587") int port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String from,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("4") int atOnce) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }
}
