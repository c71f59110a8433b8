package io.redress.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the gateway.
 *
 * @param services where each service listens, by module name
 * @param maxBodyBytes the largest request body that is let through
 * @param rememberWrites how long a read shows at least what a write through this gateway has done
 * @param rate how much one client may send
 */
@ConfigurationProperties("redress.gateway")
public record GatewaySettings(
        @DefaultValue Map<String, URI> services,
        @DefaultValue("65536") long maxBodyBytes,
        @DefaultValue("10s") Duration rememberWrites,
        @DefaultValue Rate rate) {

    /**
     * A client's allowance.
     *
     * @param perSecond requests per second in the long run; positive
     * @param burst requests at once after a pause; positive
     */
    public record Rate(
            @DefaultValue("2000") long perSecond,
            @DefaultValue("4000") long burst) {}

    /**
     * Where a service listens.
     *
     * @throws IllegalStateException if that is not set
     */
    URI address(String service) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalStateException(
                    "Expected redress.gateway.services." + service + " to say where it listens, but it is not set");
        }
        return address;
    }
}
