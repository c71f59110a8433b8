package io.redress.benchmarks.diagnosis;

import io.redress.benchmarks.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complaint and what people say it is about.
 *
 * @param language ISO 639-1
 * @param departments at least one, the one that has to lead first
 */
public record Labelled(String text, String language, List<Department> departments) {

    public Labelled {
        departments = List.copyOf(departments);
    }

    /** The department that has to lead. */
    Department primary() {
        return departments.getFirst();
    }

    /**
     * Reads one complaint a line: {@code {"text": ..., "lang": "en", "departments": ["FIN", ...]}}; other fields are
     * passed over.
     *
     * @throws CannotRun naming the line that is none
     */
    public static List<Labelled> read(Path file) {
        List<Labelled> complaints = new ArrayList<>();
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    complaints.add(one(line));
                }
            }
        } catch (IOException e) {
            throw new CannotRun("Expected labelled complaints, but " + file + " cannot be read: " + e.getMessage(), e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CannotRun(
                    "Expected an object with text, lang and departments in line " + number + " of " + file + ", but "
                            + e.getMessage(),
                    e);
        }
        if (complaints.isEmpty()) {
            throw new CannotRun("Expected labelled complaints, but " + file + " has none");
        }
        return complaints;
    }

    private static Labelled one(String line) {
        JsonNode fields = JsonMapper.shared().readTree(line);
        List<Department> departments = fields.path("departments")
                .valueStream()
                .map(label -> Department.valueOf(label.asString()))
                .toList();
        if (departments.isEmpty()
                || !fields.path("text").isString()
                || !fields.path("lang").isString()) {
            throw new IllegalArgumentException("one of them is missing");
        }
        return new Labelled(fields.path("text").asString(), fields.path("lang").asString(), departments);
    }
}
