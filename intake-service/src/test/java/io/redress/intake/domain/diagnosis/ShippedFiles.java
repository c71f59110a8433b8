package io.redress.intake.domain.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules and texts as they are shipped, by path on the class path. */
public final class ShippedFiles {

    /** Read once for all tests. */
    public static final RuleBook RULES = RuleBook.load(ShippedFiles::read);

    private ShippedFiles() {}

    public static String read(String path) {
        try (var file = ShippedFiles.class.getClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
