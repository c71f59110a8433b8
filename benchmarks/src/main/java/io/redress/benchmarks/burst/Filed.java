package io.redress.benchmarks.burst;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was accepted so far, and how far joining has been behind it. Safe for many threads. */
final class Filed {
    private final Map<String, Instant> ofOutage = new ConcurrentHashMap<>();
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong members = new AtomicLong();
    private final AtomicLong greatestLag = new AtomicLong();

    void accepted(String caseId, boolean isAboutTheOutage, Instant at) {
        accepted.incrementAndGet();
        if (isAboutTheOutage) {
            ofOutage.put(caseId, at);
        } else {
            others.add(caseId);
        }
    }

    /** So many had joined a moment ago. */
    void joined(long membersThen) {
        members.set(membersThen);
        greatestLag.accumulateAndGet(ofOutage.size() - membersThen, Math::max);
    }

    /** Answered with success, whatever the answer named. */
    long accepted() {
        return accepted.get();
    }

    /** When each case about the outage was accepted. */
    Map<String, Instant> ofOutage() {
        return ofOutage;
    }

    /** The other cases. */
    Set<String> others() {
        return others;
    }

    /** How many had joined when last asked. */
    long members() {
        return members.get();
    }

    /** The most cases that were accepted and not members at once. */
    long greatestLag() {
        return greatestLag.get();
    }
}
