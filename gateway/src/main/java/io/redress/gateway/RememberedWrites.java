package io.redress.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.http.Positions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What has been written to which case through this gateway, for a short while. */
final class RememberedWrites {
    private static final int MAX_CASES = 100_000;

    private final Cache<String, Positions> positions;

    RememberedWrites(Duration howLong) {
        positions = Caffeine.newBuilder()
                .maximumSize(MAX_CASES)
                .expireAfterWrite(howLong)
                .build();
    }

    void remember(String caseId, Positions written) {
        positions.asMap().merge(caseId, written, Positions::and);
    }

    /** What a read of this case has to show at least; null if nothing was written lately. */
    @Nullable
    Positions of(String caseId) {
        return positions.getIfPresent(caseId);
    }
}
