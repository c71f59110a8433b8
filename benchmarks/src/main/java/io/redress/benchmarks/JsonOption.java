package io.redress.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Where the figures go, besides the screen. */
final class JsonOption {
    @Option(names = "--json", paramLabel = "FILE", description = "Also writes all figures to this file.")
    private @Nullable Path file;

    void write(Map<String, ?> figures) {
        if (file == null) {
            return;
        }
        try {
            Files.write(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        } catch (IOException e) {
            throw new CannotRun(
                    "Expected to write the figures, but " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
