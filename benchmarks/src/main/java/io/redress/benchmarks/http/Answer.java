package io.redress.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What came back, as far as anybody here wants to know. */
public final class Answer {
    private static final int SHOWN = 300;

    private final int status;
    private final String etag;
    private final String position;
    private final int retryAfter;
    private final byte[] body;

    Answer(int status, String etag, String position, int retryAfter, byte[] body) {
        this.status = status;
        this.etag = etag;
        this.position = position;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether it was done. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the server asks to come again later. */
    public boolean isRetryLater() {
        return status == 429 || status == 503;
    }

    /** Header {@code ETag}, empty where there is none. */
    public String etag() {
        return etag;
    }

    /** Header {@code Redress-Position}, empty where there is none. */
    public String position() {
        return position;
    }

    /** Seconds of {@code Retry-After}, 1 where it does not say. */
    public int retryAfter() {
        return retryAfter;
    }

    /**
     * Values of the body, see {@link JsonFields}; all empty where the body is not JSON.
     *
     * @param pointers JSON Pointers
     */
    public List<String> fields(String... pointers) {
        return JsonFields.read(body, pointers);
    }

    /** One value of the body. */
    public String field(String pointer) {
        return fields(pointer).getFirst();
    }

    /**
     * The fields of each object in a list, as text, in the order asked for; empty where a field is missing. No rows where
     * there is no such list.
     *
     * @param list JSON Pointer to it
     */
    public List<List<String>> rows(String list, String... names) {
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .at(list)
                    .valueStream()
                    .map(row -> Stream.of(names)
                            .map(name -> row.path(name).asString(""))
                            .toList())
                    .toList();
        } catch (JacksonException notJson) {
            return List.of();
        }
    }

    /** The beginning of the body, for a message. */
    public String excerpt() {
        String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        return text.replaceAll("\\s+", " ");
    }
}
