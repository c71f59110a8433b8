package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a claim is worth now. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Standing {

    /** It is the one value of its key that may be said. */
    record Live() implements Standing {}

    /** Another value is live, and the two departments do not agree yet. */
    record Contested() implements Standing {}

    /** A contested value that the departments agree on by now, as another claim; or that has become live itself. */
    record Settled() implements Standing {}

    /** Another claim holds instead. */
    record Superseded(String by, String reason) implements Standing {}

    /**
     * It is not said any more.
     *
     * @param at since when; absent in what was stored before this was known
     */
    record Withdrawn(String reason, @Nullable Instant at) implements Standing {}

    /** The department said it before what it says now, and it reached us only afterwards; it never held. */
    record Overtaken() implements Standing {}
}
