package io.redress.benchmarks.lifecycle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mailboxes of all cases under way. What is heard of a case that nobody has claimed yet is kept for a while; the
 * oldest of those are forgotten first, as others may be filing complaints too.
 */
final class Mailboxes {
    private final int mostUnclaimed;
    private final Map<String, Mailbox> claimed = new HashMap<>();
    private final LinkedHashMap<String, Mailbox> unclaimed = new LinkedHashMap<>();

    Mailboxes(int mostUnclaimed) {
        this.mostUnclaimed = mostUnclaimed;
    }

    /** Puts the signal where it belongs. */
    void deliver(Signal signal) {
        boxOf(signal.caseId()).put(signal);
    }

    private synchronized Mailbox boxOf(String caseId) {
        Mailbox known = claimed.get(caseId);
        if (known != null) {
            return known;
        }
        Mailbox box = unclaimed.computeIfAbsent(caseId, _ -> new Mailbox());
        if (unclaimed.size() > mostUnclaimed) {
            unclaimed.pollFirstEntry();
        }
        return box;
    }

    /** The case is ours. */
    synchronized Mailbox claim(String caseId) {
        Mailbox heardBefore = unclaimed.remove(caseId);
        Mailbox box = heardBefore == null ? new Mailbox() : heardBefore;
        claimed.put(caseId, box);
        return box;
    }

    /** The case is over. */
    synchronized void release(String caseId) {
        claimed.remove(caseId);
    }
}
