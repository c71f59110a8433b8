package io.redress.chassis.http;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Successful answers with the headers that callers build on. */
public final class Answers {

    /** Which case a write was about; the gateway remembers the positions by it. */
    public static final String CASE = "Redress-Case";

    /** {@code true} on an answer that repeats an earlier one for the same idempotency key. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private Answers() {}

    /**
     * What a write has left behind.
     *
     * @param positions what it has put into which stream
     * @param replayed whether the same request had done it before
     */
    public record Written(String caseId, long revision, Positions positions, boolean replayed) {

        /** Done now, for the first time. */
        public static Written now(String caseId, long revision, Positions positions) {
            return new Written(caseId, revision, positions, false);
        }
    }

    /** 201 with the address of what came into being. */
    public static <T> ResponseEntity<T> created(URI location, Written written, T body) {
        return stamp(ResponseEntity.created(location), written).body(body);
    }

    /** 200 for a write. */
    public static <T> ResponseEntity<T> written(Written written, T body) {
        return stamp(ResponseEntity.ok(), written).body(body);
    }

    /** 202 for a write whose consequences follow. */
    public static <T> ResponseEntity<T> accepted(Written written, T body) {
        return stamp(ResponseEntity.accepted(), written).body(body);
    }

    /** 202 for a write whose consequences follow, with the address under which they can be read. */
    public static <T> ResponseEntity<T> accepted(URI location, Written written, T body) {
        return stamp(ResponseEntity.accepted().location(location), written).body(body);
    }

    /** 200 for a read, with the revision as {@code ETag}. */
    public static <T> ResponseEntity<T> seen(long revision, T body) {
        return ResponseEntity.ok().eTag(ExpectedRevision.tag(revision)).body(body);
    }

    private static ResponseEntity.BodyBuilder stamp(ResponseEntity.BodyBuilder answer, Written written) {
        answer.header(HttpHeaders.ETAG, ExpectedRevision.tag(written.revision()))
                .header(CASE, written.caseId());
        if (!written.positions().values().isEmpty()) {
            answer.header(Positions.WRITTEN, written.positions().format());
        }
        return written.replayed() ? answer.header(REPLAYED, "true") : answer;
    }
}
