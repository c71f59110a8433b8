package io.redress.gateway;

import io.redress.chassis.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What can be read without a token: the API documents, and a page that says where they are. */
@RestController
final class Documents {
    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String INDEX = """
            Redress handles customer complaints as cases.

            /openapi.yaml     the REST interface (OpenAPI 3.1)
            /asyncapi.yaml    the events on Kafka (AsyncAPI 3.0)
            /schemas/...      what both refer to (JSON Schema 2020-12)
            /api/v1/...       the interface itself, with a bearer token
            """;

    private final @Nullable String openapi = read("/api-docs/openapi.yaml");
    private final @Nullable String asyncapi = read("/api-docs/asyncapi.yaml");

    @GetMapping(path = "/", produces = "text/plain;charset=UTF-8")
    String index() {
        return INDEX;
    }

    @GetMapping(path = "/openapi.yaml", produces = YAML)
    String openapi() {
        return found(openapi);
    }

    @GetMapping(path = "/asyncapi.yaml", produces = YAML)
    String asyncapi() {
        return found(asyncapi);
    }

    /** What the documents refer to; a name is letters, digits, dots and hyphens and so stays in its folder. */
    @GetMapping(path = "/schemas/{name:[a-z0-9-]+(?:\\.[a-z0-9-]+)*}", produces = "application/schema+json")
    String schema(@PathVariable String name) {
        return found(read("/schemas/" + name));
    }

    private static String found(@Nullable String document) {
        if (document == null) {
            throw Refusal.notFound();
        }
        return document;
    }

    private static @Nullable String read(String name) {
        try (InputStream content = Documents.class.getResourceAsStream(name)) {
            return content == null ? null : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + name, e);
        }
    }
}
