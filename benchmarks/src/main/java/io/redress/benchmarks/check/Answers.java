package io.redress.benchmarks.check;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.JsonFields;
import io.redress.benchmarks.journal.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a journal says the system has answered. */
final class Answers {
    private final Map<String, String> caseByKey = new HashMap<>();
    private final Set<String> cases = new LinkedHashSet<>();
    private final Set<String> finished = new HashSet<>();
    private long unreadable;

    /** Reads a journal to its end; a line that was cut off by a crash is counted, not believed. */
    static Answers read(Path journal, Findings findings) {
        Answers answers = new Answers();
        try (BufferedReader lines = Files.newBufferedReader(journal)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.take(line, findings);
            }
        } catch (IOException e) {
            throw new CannotRun("Expected a journal, but " + journal + " cannot be read: " + e.getMessage(), e);
        }
        return answers;
    }

    void take(String line, Findings findings) {
        List<String> is = line.endsWith("}")
                ? JsonFields.read(line.getBytes(StandardCharsets.UTF_8), "/call", "/key", "/case", "/status")
                : List.of("");
        switch (is.getFirst()) {
            case "" -> unreadable++;
            case Journal.LIFECYCLE -> finished.add(is.get(2));
            case Journal.COMPLAINT -> {
                if (is.get(3).startsWith("2")) {
                    taken(is.get(1), is.get(2), findings);
                }
            }
            default -> {
                // Other calls are in the journal for people.
            }
        }
    }

    private void taken(String key, String caseId, Findings findings) {
        cases.add(caseId);
        String before = caseByKey.putIfAbsent(key, caseId);
        if (before != null && !before.equals(caseId)) {
            findings.add(
                    "one complaint, two cases",
                    "Expected one case for complaint " + key + ", but was answered " + before + " and " + caseId);
        }
    }

    /** The case that was answered for that key. */
    Optional<String> caseOf(String key) {
        return Optional.ofNullable(caseByKey.get(key));
    }

    /** All cases that were answered. */
    Collection<String> cases() {
        return Collections.unmodifiableSet(cases);
    }

    boolean isFinished(String caseId) {
        return finished.contains(caseId);
    }

    int finishedCount() {
        return finished.size();
    }

    long unreadable() {
        return unreadable;
    }
}
