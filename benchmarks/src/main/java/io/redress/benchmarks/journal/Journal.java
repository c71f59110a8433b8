package io.redress.benchmarks.journal;

import io.redress.benchmarks.CannotRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was answered, one JSON object a line, only ever appended. Safe for many threads. */
public final class Journal implements AutoCloseable {
    /** The call that files a complaint. */
    public static final String COMPLAINT = "complaint";

    /** The line that says a case went through all six steps. */
    public static final String LIFECYCLE = "lifecycle";

    private final Writer out;

    private Journal(Writer out) {
        this.out = out;
    }

    /** Appends to that file. */
    public static Journal to(Path file) {
        try {
            return new Journal(new BufferedWriter(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16));
        } catch (IOException e) {
            throw new CannotRun(
                    "Expected a journal that can be written, but " + file + " cannot: " + e.getMessage(), e);
        }
    }

    /** Forgets everything. */
    public static Journal none() {
        return new Journal(Writer.nullWriter());
    }

    /** A write was answered. */
    public void answered(String call, String key, String caseId, int status, String position) {
        write("{\"call\":\"" + plain(call) + "\",\"key\":\"" + plain(key) + "\",\"case\":\"" + plain(caseId)
                + "\",\"status\":" + status + ",\"position\":\"" + plain(position) + "\"}\n");
    }

    /** A case went through all six steps. */
    public void finished(String caseId) {
        write("{\"call\":\"" + LIFECYCLE + "\",\"case\":\"" + plain(caseId) + "\",\"outcome\":\"finished\"}\n");
    }

    // What we are told comes from outside and must not break a line.
    private static String plain(String value) {
        boolean harmless = value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
        return harmless ? value : value.replaceAll("[^ !#-\\[\\]-~]", "?");
    }

    private void write(String line) {
        synchronized (out) {
            try {
                out.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException("Expected room for the journal, but it cannot be written", e);
            }
        }
    }

    /** Makes everything said so far visible to a reader of the file. */
    public void flush() {
        synchronized (out) {
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Expected room for the journal, but it cannot be written", e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (out) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Expected room for the journal, but it cannot be written", e);
            }
        }
    }
}
