package io.redress.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Follows {@code $ref} in the API documents, and finds every place of a document. */
final class References {
    private References() {}

    /** The references of a document that lead nowhere. */
    static List<String> dangling(JsonNode document) {
        List<String> dangling = new ArrayList<>();
        visit(document, (pointer, node) -> {
            if (node.path("$ref").isString()
                    && resolve(document, node.path("$ref").asString()).isMissingNode()) {
                dangling.add(pointer + " -> " + node.path("$ref").asString());
            }
        });
        return dangling;
    }

    /** The node itself, or what it refers to. */
    static JsonNode follow(JsonNode document, JsonNode node) {
        return node.has("$ref")
                ? follow(document, resolve(document, node.path("$ref").asString()))
                : node;
    }

    /** Calls {@code visitor} with the JSON Pointer of every node, and the node. */
    static void visit(JsonNode document, BiConsumer<String, JsonNode> visitor) {
        visit("", document, visitor);
    }

    private static void visit(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        node.properties()
                .forEach(field -> visit(
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        field.getValue(),
                        visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(pointer + "/" + i, node.get(i), visitor);
        }
    }

    private static JsonNode resolve(JsonNode document, String ref) {
        if (ref.startsWith("#")) {
            return document.at(ref.substring(1));
        }
        String file = ref.startsWith("../schemas/") ? ref.substring(2) : "/outside" + ref;
        int fragment = file.indexOf('#');
        String path = fragment < 0 ? file : file.substring(0, fragment);
        if (References.class.getResource(path) == null) {
            return tools.jackson.databind.node.MissingNode.getInstance();
        }
        return fragment < 0 ? Documents.json(path) : Documents.json(path).at(file.substring(fragment + 1));
    }
}
