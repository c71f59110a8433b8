package io.redress.chassis.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The revision that the caller has seen, from the header {@code If-Match}; an endpoint that takes one as a parameter
 * requires it.
 *
 * @param tag as sent, for example {@code "7"} with its quotes
 */
public record ExpectedRevision(String tag) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{0,100}\"");

    /**
     * Reads the header.
     *
     * @throws Refusal 428 if it is missing or {@code *}, which names no revision; 400 if it is not one entity tag
     */
    public static ExpectedRevision parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw Refusal.preconditionMissing(
                    "Expected the header If-Match with the ETag of what you have seen, for example If-Match: \"7\".");
        }
        if (!TAG.matcher(header.strip()).matches()) {
            throw Refusal.unreadable(
                    "Expected If-Match to hold one ETag, quotes included, as a former answer gave it.");
        }
        return new ExpectedRevision(header.strip());
    }

    static ExpectedRevision from(ServerWebExchange exchange) {
        return parse(exchange.getRequest().getHeaders().getFirst("If-Match"));
    }

    /** The entity tag of a revision, quotes included. */
    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Whether this is what the caller has seen. */
    public boolean matches(long current) {
        return tag.equals(tag(current));
    }

    /**
     * Refuses to act on what has changed since.
     *
     * @throws Refusal 412 if the caller has not seen {@code current}
     */
    public void orRefuse(long current) {
        if (!matches(current)) {
            throw Refusal.stale(tag, current);
        }
    }
}
