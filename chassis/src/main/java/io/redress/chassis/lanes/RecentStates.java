package io.redress.chassis.lanes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;

/**
 * States that were stored lately, so that a case that hears one event after another is not read from JSON each time.
 * What is stored decides: a state is given out only for the very bytes it was written as, so that neither another
 * process nor a lost write can make it wrong.
 */
final class RecentStates<S> {
    /** Of JSON; a state in memory takes some times as much. A few hundred cases are enough, for their events come close together. */
    private static final long MAX_BYTES = 4L << 20;

    private final StateCodec<S> codec;
    private final Cache<String, Known<S>> known = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String _, Known<S> it) -> it.json().length)
            .executor(Runnable::run)
            .build();

    RecentStates(StateCodec<S> codec) {
        this.codec = codec;
    }

    S read(String caseId, byte[] json) {
        Known<S> recent = known.getIfPresent(caseId);
        return recent != null && Arrays.equals(recent.json(), json) ? recent.state() : codec.read(json);
    }

    /** To be called once {@code json} is stored. */
    void keep(String caseId, byte[] json, S state) {
        assert isReadAs(json, state) : "Expected a state that is read again as it was, but " + caseId + " is not";
        known.put(caseId, new Known<>(json, state));
    }

    /** The rules go on with what they have decided as they would with what a restarted service reads. */
    private boolean isReadAs(byte[] json, S state) {
        return codec.read(json).equals(state);
    }

    private record Known<S>(byte[] json, S state) {}
}
