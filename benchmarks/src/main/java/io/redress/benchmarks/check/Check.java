package io.redress.benchmarks.check;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.kafka.Reading;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.load.Progress;
import io.redress.contracts.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Holds a system to what a journal says it has answered. */
public final class Check {
    private final PrintStream progress;

    public Check(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Reads the journal, every topic once and every case.
     *
     * @param token of a role that may read every case
     */
    public Outcome run(Path journal, String kafka, HttpCaller http, String token) {
        Findings findings = new Findings();
        Answers answers = Answers.read(journal, findings);
        TopicChecks checks = new TopicChecks(answers, findings);
        long truncated;
        try (StageTopics topics = new StageTopics(kafka)) {
            truncated = read(kafka, topics, checks, findings);
        }
        checks.finish();
        new CaseChecks(http, token, findings).run(answers, progress);
        Map<String, Long> seen = new LinkedHashMap<>();
        seen.put("complaints answered", (long) answers.cases().size());
        seen.put("lifecycles finished", (long) answers.finishedCount());
        seen.put("journal lines not readable", answers.unreadable());
        seen.put("events read", checks.events());
        seen.put("events seen again", checks.again());
        seen.put("cases on the topics", checks.cases());
        seen.put("records removed by retention", truncated);
        return new Outcome(seen, findings);
    }

    private long read(String kafka, StageTopics topics, TopicChecks checks, Findings findings) {
        // What departments say is theirs: it is not numbered, and nobody promised anything about it.
        Set<String> names = new HashSet<>(topics.names());
        names.remove(Topics.DEPARTMENT_REPLIES);
        AtomicLong read = new AtomicLong();
        try (Reading reading = Reading.of(kafka, topics, names);
                Progress lines = Progress.of(
                        progress,
                        () -> "reading topics: %d of %d records, %d findings"
                                .formatted(read.get(), reading.records(), findings.size()))) {
            reading.forEach((topic, key, type, id, sequence, payload) -> {
                checks.see(EventSeen.of(topic, key, type, id, sequence, payload));
                read.incrementAndGet();
            });
            return reading.removed();
        }
    }

    /**
     * What was looked at, and what does not hold.
     *
     * @param seen how much of what
     */
    public record Outcome(Map<String, Long> seen, Findings findings) {}
}
