package io.redress.department.application;

import io.redress.contracts.RequestId;
import io.redress.department.domain.StackedMargins;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promises that follow each other, compared with what comparable chains take (R132).
 *
 * @param requests the stages, in the order in which they are done
 * @param promisedFor when the last one is promised
 * @param promisedSeconds the working time that is promised for all of them
 * @param usualSeconds in which 85 of 100 comparable chains are done; absent where too little comparable work is finished
 * @param honest when such a chain would be done; absent as well
 * @param marginPercent how much more the policy allows
 * @param foundPercent how much more was promised; absent as well
 * @param stacked whether it is more than the policy allows, so that {@code honest} is proposed
 */
public record ChainView(
        List<RequestId> requests,
        Instant promisedFor,
        long promisedSeconds,
        @Nullable Long usualSeconds,
        @Nullable Instant honest,
        int marginPercent,
        @Nullable Integer foundPercent,
        boolean stacked) {

    /** As it is now. */
    public static ChainView of(StackedMargins found) {
        Duration usual = found.usual();
        return new ChainView(
                found.requests(),
                found.promisedFor(),
                found.promised().toSeconds(),
                usual == null ? null : usual.toSeconds(),
                found.honest(),
                found.marginPercent(),
                found.foundPercent(),
                found.stacked());
    }
}
