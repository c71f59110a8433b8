package io.redress.standalone.contexts;

import java.util.Map;

/**
 * A Spring Boot application of this product.
 *
 * @param module its name; also the name of its settings file
 * @param type its annotated class
 * @param settings what holds for it alone; stronger than the settings file
 */
public record Application(String module, Class<?> type, Map<String, String> settings) {
    public Application {
        settings = Map.copyOf(settings);
    }

    /** A service that others reach through the gateway only: on a free port of this machine. */
    public static Application service(String module, Class<?> type) {
        return new Application(
                module,
                type,
                Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", "0",
                        // Its auto-configuration is on the common class path, but only one application is a gateway.
                        "spring.cloud.gateway.server.webflux.enabled", "false"));
    }
}
