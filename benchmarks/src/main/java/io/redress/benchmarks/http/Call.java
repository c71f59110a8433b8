package io.redress.benchmarks.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call to make.
 *
 * @param name what it is in the figures
 * @param path from the root of the server
 * @param token bearer token; empty for none
 * @param body JSON, for a POST
 */
public record Call(
        String name,
        String path,
        String token,
        List<Header> headers,
        @Nullable String body) {

    /** A request header. */
    public record Header(String name, String value) {}

    public Call {
        headers = List.copyOf(headers);
    }

    /** A read. */
    public static Call get(String name, String path, String token) {
        return new Call(name, path, token, List.of(), null);
    }

    /** A write. */
    public static Call post(String name, String path, String token, String json) {
        return new Call(name, path, token, List.of(), json);
    }

    /** The same with one more header; without where the value is empty. */
    public Call with(String header, String value) {
        if (value.isEmpty()) {
            return this;
        }
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(header, value));
        return new Call(name, path, token, more, body);
    }
}
