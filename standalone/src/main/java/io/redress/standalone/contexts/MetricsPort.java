package io.redress.standalone.contexts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a scraper on this machine read the metrics of all applications under one port:
 * {@code /<module>/actuator/prometheus}. A port of its own per application, as the services have when they run alone,
 * would cost six more web servers at each start.
 */
public final class MetricsPort implements AutoCloseable {
    private static final String PATH = "/actuator/prometheus";

    private final HttpServer server;

    private MetricsPort(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the port on the loopback address.
     *
     * @param port 0 takes a free one
     * @param registries by module; empty where no such application runs
     */
    public static MetricsPort open(int port, Function<String, Optional<PrometheusMeterRegistry>> registries)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/", exchange -> answer(exchange, registries));
        server.start();
        return new MetricsPort(server);
    }

    private static void answer(HttpExchange exchange, Function<String, Optional<PrometheusMeterRegistry>> registries)
            throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String module = path.endsWith(PATH) ? path.substring(1, path.length() - PATH.length()) : "";
            Optional<PrometheusMeterRegistry> registry = registries.apply(module);
            if (registry.isEmpty() || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] metrics = registry.get().scrape().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, metrics.length);
            exchange.getResponseBody().write(metrics);
        }
    }

    /** Where a scraper finds an application's metrics. */
    public String address(String module) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + module + PATH;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
