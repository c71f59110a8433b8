package io.redress.benchmarks.incidents;

import io.redress.benchmarks.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complaint of a recorded stream.
 *
 * @param label what people say it is about
 * @param product whom or what it is about
 */
public record Seen(Instant at, String label, String product) {

    /**
     * Reads one complaint a line: {@code {"ts": "2015-02-22T16:54:43", "label": ..., "airline": ...}}, in the order of
     * time; a time without a zone is UTC. Lines without a label, or with one to skip, are no complaints.
     *
     * @throws CannotRun naming the line that is none
     */
    public static List<Seen> read(Path file, String productField, Set<String> skipped) {
        List<Seen> all = new ArrayList<>();
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode fields = JsonMapper.shared().readTree(line);
                String label = fields.path("label").asString("");
                if (!label.isEmpty() && !skipped.contains(label)) {
                    String time = fields.path("ts").asString("");
                    Instant at = Instant.parse(time.endsWith("Z") ? time : time + "Z");
                    all.add(new Seen(at, label, fields.path(productField).asString("")));
                }
            }
        } catch (IOException e) {
            throw new CannotRun(
                    "Expected a stream of complaints, but " + file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException | DateTimeException e) {
            throw new CannotRun(
                    "Expected an object with ts and label in line " + number + " of " + file + ", but "
                            + e.getMessage(),
                    e);
        }
        all.sort(Comparator.comparing(Seen::at));
        return all;
    }
}
