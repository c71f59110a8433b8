package io.redress.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents of the contract, as tests look at them: parsed, and checked against each other. */
final class Documents {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final SchemaRegistry REGISTRY = registry();

    private Documents() {}

    /** A JSON file of the class path, for example {@code /schemas/values.json}. */
    static JsonNode json(String resource) {
        return JSON.readTree(bytes(resource));
    }

    static JsonNode yaml(String resource) {
        return JSON.valueToTree(new Yaml().load(new String(bytes(resource), java.nio.charset.StandardCharsets.UTF_8)));
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(Documents.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All JSON files of a folder of the class path, by file name without {@code .json}. */
    static Map<String, JsonNode> folder(String folder) {
        Path path = pathOf(folder);
        try (Stream<Path> files = Files.list(path)) {
            Map<String, JsonNode> documents = new TreeMap<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .forEach(name -> documents.put(name.replaceFirst("\\.json$", ""), json(folder + "/" + name)));
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a value, seen by the schema at an address; empty where nothing is. */
    static List<String> problems(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(schema)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** The same for a schema that is written inside an API document. */
    static List<String> problems(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode alone = (ObjectNode) schema.deepCopy();
        alone.set("$defs", document.at("/components/schemas"));
        JsonNode standing = JSON.readTree(alone.toString().replace("#/components/schemas/", "#/$defs/"));
        return REGISTRY
                .getSchema(SchemaLocation.of("https://redress.example/api-docs/inline"), standing)
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static SchemaRegistry registry() {
        Map<String, String> known = new HashMap<>();
        folder("/schemas")
                .forEach((name, schema) -> known.put(Wire.dataSchema(name).toString(), schema.toString()));
        known.put(
                "https://redress.example/meta/openapi",
                json("/meta/openapi-3.1.json").toString());
        known.put(
                "https://redress.example/meta/asyncapi",
                json("/meta/asyncapi-3.0.0.json").toString());
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(known)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    private static Path pathOf(String folder) {
        try {
            return Path.of(Objects.requireNonNull(Documents.class.getResource(folder), folder)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
