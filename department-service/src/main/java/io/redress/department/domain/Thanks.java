package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side has thanked the other for its part in a request.
 *
 * @param words people's own; absent where the click was the thanks
 * @param outcome what became of the case; absent before anything did
 */
public record Thanks(
        RequestId requestId,
        DepartmentCode from,
        DepartmentCode to,
        @Nullable String words,
        String by,
        Instant at,
        @Nullable Outcome outcome) {

    /** What became of a case, in a word, and when. */
    public record Outcome(String outcome, Instant at) {}

    boolean isFor(RequestId request, DepartmentCode giver) {
        return requestId.equals(request) && from.equals(giver);
    }

    Thanks with(Outcome what) {
        return new Thanks(requestId, from, to, words, by, at, what);
    }
}
