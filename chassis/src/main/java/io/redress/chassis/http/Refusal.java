package io.redress.chassis.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link Problem} from where a request is refused to where the answer is written. Not a failure of ours, so
 * it has no stack trace and is not logged.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "Retry-After";

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private Refusal(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    /** What the caller will read. */
    public Problem problem() {
        return problem;
    }

    /** Headers that belong to the answer, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Any refusal that has no factory of its own. */
    public static Refusal of(int status, String code, String title, String detail) {
        return new Refusal(Problem.of(status, code, title, detail), Map.of());
    }

    /** 400: it could not be read. */
    public static Refusal unreadable(String detail, Reason... reasons) {
        return new Refusal(
                Problem.of(400, "unreadable", "Unreadable request", detail).withErrors(List.of(reasons)), Map.of());
    }

    /** 401: nobody we know. Says nothing about whether the thing exists. */
    public static Refusal unauthenticated() {
        return new Refusal(
                Problem.of(401, "unauthenticated", "Not signed in", "Expected a valid bearer token."),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    /** 403: somebody we know, who may not do this. Says nothing about whether the thing exists. */
    public static Refusal forbidden() {
        return of(403, "forbidden", "Not allowed", "Expected a role that may do this.");
    }

    /** 404: not there, or not for this caller's eyes. */
    public static Refusal notFound() {
        return of(404, "not-found", "Not found", "Expected the address of something that exists and that you may see.");
    }

    /** 405: the address is right, the method is not. */
    public static Refusal methodNotAllowed(String method, String allowed) {
        String detail = "Expected " + allowed + ", but got " + method + ".";
        return new Refusal(
                Problem.of(405, "method-not-allowed", "Method not allowed", detail), Map.of("Allow", allowed));
    }

    /**
     * 409: it cannot be done in the present state.
     *
     * @param code as the domain names it, kebab-case
     * @param state what the thing is now, as JSON; null where the explanation says all
     */
    public static Refusal conflict(String code, String detail, @Nullable Object state) {
        return new Refusal(
                Problem.of(409, code, "Conflict with the current state", detail).withState(state), Map.of());
    }

    /** 412: the caller has seen an older revision than the current one. */
    public static Refusal stale(String expected, long current) {
        return of(
                412,
                "stale",
                "Changed meanwhile",
                "Expected If-Match to name the current revision \"" + current + "\", but got " + expected
                        + ". Read again and decide again.");
    }

    /** 413: too much to read. */
    public static Refusal tooLarge(long limitBytes) {
        return of(413, "too-large", "Body too large", "Expected a body of at most " + limitBytes + " bytes.");
    }

    /** 415: a form we do not read. */
    public static Refusal unsupportedMediaType(String expected) {
        return of(415, "unsupported-media-type", "Unsupported media type", "Expected Content-Type " + expected + ".");
    }

    /** 422: understood but refused, with all reasons at once. */
    public static Refusal unprocessable(List<Reason> reasons) {
        String detail =
                reasons.size() == 1 ? "One field is not as expected." : reasons.size() + " fields are not as expected.";
        return new Refusal(
                Problem.of(422, "invalid", "Understood but refused", detail).withErrors(reasons), Map.of());
    }

    /**
     * 422: understood but refused, with all reasons at once and what would make it right.
     *
     * @param remedy for programs, as JSON
     */
    public static Refusal unprocessable(List<Reason> reasons, Object remedy) {
        Refusal refusal = unprocessable(reasons);
        return new Refusal(refusal.problem.withRemedy(remedy), refusal.headers);
    }

    /** 422: understood but refused, for a reason that is not one field's. */
    public static Refusal unprocessable(String code, String detail) {
        return of(422, code, "Understood but refused", detail);
    }

    /** 428: the request must say what it relies on. */
    public static Refusal preconditionMissing(String detail) {
        return of(428, "precondition-missing", "Precondition missing", detail);
    }

    /** 429: too much at once; welcome again later. */
    public static Refusal tooMany(String detail, Duration retryAfter) {
        return new Refusal(
                Problem.of(429, "too-many-requests", "Too many requests", detail),
                Map.of(RETRY_AFTER, seconds(retryAfter)));
    }

    /** 503: something we need is out; welcome again later. */
    public static Refusal unavailable(String detail, Duration retryAfter) {
        return new Refusal(
                Problem.of(503, "unavailable", "Temporarily unavailable", detail),
                Map.of(RETRY_AFTER, seconds(retryAfter)));
    }

    /** 504: somebody we asked did not answer in time. Whether it happened is unknown. */
    public static Refusal timedOut(String detail) {
        return of(504, "timed-out", "No answer in time", detail);
    }

    /** 500: our fault. Tells nothing of the inside, only what to quote. */
    static Refusal unexpected(String reference) {
        Problem problem =
                Problem.of(500, "unexpected", "Unexpected failure", "The fault is ours. Please quote the reference.");
        return new Refusal(problem.withReference(reference), Map.of());
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
