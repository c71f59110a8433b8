package io.redress.benchmarks.http;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Picks single values out of JSON without building objects: reads no further than the last one that was asked for. */
public final class JsonFields {
    private static final JsonFactory JSON = new JsonFactory();

    private final String[] pointers;
    private final String[] values;
    private int missing;

    private JsonFields(String[] pointers) {
        this.pointers = pointers;
        this.values = new String[pointers.length];
        this.missing = pointers.length;
        Arrays.fill(values, "");
    }

    /**
     * The values of strings, numbers and booleans at those places, as text, in the order asked for; empty where there
     * is none, where it is an object, an array or null, and in what is not JSON.
     *
     * @param pointers JSON Pointers (RFC 6901) without escapes
     */
    public static List<String> read(byte[] json, String... pointers) {
        JsonFields fields = new JsonFields(pointers);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            fields.value(parser, "");
        } catch (JacksonException notJson) {
            // A half answer is treated like its missing half.
        }
        return List.of(fields.values);
    }

    private void value(JsonParser parser, String path) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT && leadsOn(path)) {
            for (String name = parser.nextName(); name != null && missing > 0; name = parser.nextName()) {
                parser.nextToken();
                value(parser, path + "/" + name);
            }
        } else if (token == JsonToken.START_ARRAY && leadsOn(path)) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY && missing > 0; i++) {
                value(parser, path + "/" + i);
            }
        } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            keep(parser, path);
        }
    }

    private boolean leadsOn(String path) {
        for (String pointer : pointers) {
            if (pointer.startsWith(path) && pointer.length() > path.length() && pointer.charAt(path.length()) == '/') {
                return true;
            }
        }
        return false;
    }

    private void keep(JsonParser parser, String path) {
        for (int i = 0; i < pointers.length; i++) {
            if (pointers[i].equals(path)) {
                values[i] = parser.getString();
                missing--;
            }
        }
    }
}
