package io.redress.benchmarks.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules that hold on the topics, checked while they are read once from the beginning: each stream of a case counts
 * 1, 2, 3 ... in order, an id names one content, a message id one message, a complaint one case. For one thread.
 */
final class TopicChecks {
    private final Answers answers;
    private final Findings findings;
    private final Map<String, Map<String, StreamTrace>> byCase = new HashMap<>();
    private final Map<String, String> topicNames = new HashMap<>();
    private final Map<String, Integer> messages = new HashMap<>();
    private final Set<String> received = new HashSet<>();
    private long events;
    private long again;

    TopicChecks(Answers answers, Findings findings) {
        this.answers = answers;
        this.findings = findings;
    }

    /** Takes the next record. */
    void see(EventSeen event) {
        events++;
        sequence(event);
        message(event);
        complaint(event);
    }

    private void sequence(EventSeen event) {
        String where = event.topic() + ", case " + event.key() + ", id " + event.id();
        String topic = topicNames.computeIfAbsent(event.topic(), name -> name);
        StreamTrace trace = byCase.computeIfAbsent(event.key(), key -> new HashMap<>(8))
                .computeIfAbsent(topic, key -> new StreamTrace());
        switch (trace.see(event.sequence(), event.contentHash())) {
            case FIRST -> checkId(event, where);
            case AGAIN -> again++;
            case AGAIN_WITH_OTHER_CONTENT ->
                findings.add("one id, two contents", "Expected one content for each id, but found two: " + where);
            case OUT_OF_RANGE ->
                findings.add(
                        "no usable sequence",
                        "Expected a sequence from 1 on, but got " + event.sequence() + ": " + where);
        }
    }

    private void checkId(EventSeen event, String where) {
        if (!event.id().startsWith(event.key() + ":") || !event.id().endsWith(":" + event.sequence())) {
            findings.add(
                    "id does not fit", "Expected the id <case>:<stream>:" + event.sequence() + ", but got " + where);
        }
    }

    private void message(EventSeen event) {
        if (event.messageId().isEmpty()) {
            return;
        }
        Integer before = messages.putIfAbsent(event.messageId(), event.messageHash());
        if (before != null && before != event.messageHash()) {
            findings.add(
                    "one message id, two messages",
                    "Expected one message for each id, but found two for " + event.messageId() + ", case "
                            + event.key());
        }
    }

    private void complaint(EventSeen event) {
        if (!event.complaint()) {
            return;
        }
        received.add(event.key());
        answers.caseOf(event.clientReference())
                .filter(answered -> !answered.equals(event.key()))
                .ifPresent(answered -> findings.add(
                        "one complaint, two cases",
                        "Expected one case for complaint %s, but found %s and %s"
                                .formatted(event.clientReference(), answered, event.key())));
    }

    /** Says what is missing, now that everything has been read. */
    void finish() {
        byCase.forEach((caseId, streams) -> streams.forEach((topic, trace) -> checkGap(caseId, topic, trace)));
        answers.cases().forEach(caseId -> {
            if (!received.contains(caseId)) {
                findings.add(
                        "answered, but not published",
                        "Expected every complaint that was taken on the topic of complaints, but not case " + caseId);
            }
        });
    }

    private void checkGap(String caseId, String topic, StreamTrace trace) {
        int missing = trace.firstMissing();
        if (missing > 0) {
            findings.add(
                    "gap",
                    "Expected %s to count from 1 to %d for case %s, but %d is missing"
                            .formatted(topic, trace.highest(), caseId, missing));
        } else if (trace.isOutOfOrder()) {
            findings.add("out of order", "Expected " + topic + " in order for case " + caseId + ", but it is not");
        }
    }

    long events() {
        return events;
    }

    /** Records that had been seen before, which is allowed. */
    long again() {
        return again;
    }

    long cases() {
        return byCase.size();
    }
}
