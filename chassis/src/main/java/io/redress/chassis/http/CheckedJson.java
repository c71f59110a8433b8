package io.redress.chassis.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Reads JSON and checks it in one go: unknown fields and everything {@link Checked} are refused together. */
public final class CheckedJson {
    private CheckedJson() {}

    /**
     * Reads one value, for example a line of a stream.
     *
     * @throws Refusal 400 where it cannot be read, 422 with all reasons where it is not as expected
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(
                read(new ByteArrayInputStream(json), StrictJson.mapper().readerFor(type)));
    }

    static Object read(InputStream json, ObjectReader reader) {
        Checks checks = new Checks();
        Object body = parse(json, reader.withAttribute(Checks.class, checks));
        if (body instanceof Checked checked) {
            checked.check(checks);
        }
        checks.orRefuse();
        if (body == null) {
            throw Refusal.unreadable("Expected a JSON object, but got null.");
        }
        return body;
    }

    private static @Nullable Object parse(InputStream json, ObjectReader reader) {
        try {
            return reader.readValue(json);
        } catch (JacksonException e) {
            throw UnreadableJson.refusal(e);
        }
    }
}
