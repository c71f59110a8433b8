package io.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Rules, texts and people come as data with the program. */
final class ClassPathFile {
    private ClassPathFile() {}

    /**
     * The content of a file on the class path.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    static String read(String path) {
        try {
            return new ClassPathResource(path, ClassPathFile.class.getClassLoader()).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + path + " on the class path", e);
        }
    }
}
