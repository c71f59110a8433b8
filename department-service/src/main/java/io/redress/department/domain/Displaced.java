package io.redress.department.domain;

import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that is expected to be done later because another one comes before it.
 *
 * @param oldEstimate when it would have been done; absent where too little is known about such work, as is
 *     {@code newEstimate}
 */
public record Displaced(
        RequestId requestId,
        @Nullable Instant oldEstimate,
        @Nullable Instant newEstimate) {}
