package io.redress.chassis.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;

/** Reads a request body and checks it in one go: unknown fields and everything {@link Checked} are refused together. */
final class StrictJsonDecoder extends JacksonJsonDecoder {

    StrictJsonDecoder() {
        super(StrictJson.mapper());
    }

    @Override
    public Object decode(
            DataBuffer buffer,
            ResolvableType target,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        Checks checks = new Checks();
        Object body = read(buffer, target, checks);
        if (body instanceof Checked checked) {
            checked.check(checks);
        }
        checks.orRefuse();
        if (body == null) {
            throw Refusal.unreadable("Expected a JSON object, but got null.");
        }
        return body;
    }

    private @Nullable Object read(DataBuffer buffer, ResolvableType target, Checks checks) {
        try {
            return getMapper()
                    .readerFor(getJavaType(target.getType(), null))
                    .withAttribute(Checks.class, checks)
                    .readValue(buffer.asInputStream());
        } catch (JacksonException e) {
            throw UnreadableJson.refusal(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
