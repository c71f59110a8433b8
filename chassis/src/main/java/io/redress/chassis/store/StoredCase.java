package io.redress.chassis.store;

import java.util.List;
import java.util.Map;

/**
 * A case as stored.
 *
 * @param revision counts its writes from 1; 0 stands for a case that does not exist yet
 * @param state the service's own state, as JSON
 * @param positions per input stream, the {@code seq} of the last event applied
 * @param sequences per output stream, the {@code seq} of the last event decided
 * @param parked events that came before their predecessor and wait for it
 * @param logSize how many entries its log has
 */
public record StoredCase(
        String id,
        long revision,
        byte[] state,
        Map<String, Long> positions,
        Map<String, Long> sequences,
        List<ParkedEvent> parked,
        long logSize) {

    /** A case that nobody has written yet. */
    public static StoredCase absent(String id) {
        return new StoredCase(id, 0, new byte[0], Map.of(), Map.of(), List.of(), 0);
    }

    /** Whether somebody has written it. */
    public boolean exists() {
        return revision > 0;
    }
}
