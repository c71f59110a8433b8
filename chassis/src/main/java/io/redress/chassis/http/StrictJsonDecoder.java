package io.redress.chassis.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;

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
        try {
            return CheckedJson.read(buffer.asInputStream(), getMapper().readerFor(getJavaType(target.getType(), null)));
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
