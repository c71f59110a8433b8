package io.redress.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final int CLASS_FILES_OF_JAVA_17 = 61;

    @Test
    void an_older_java_can_load_it_and_so_say_that_a_newer_one_is_needed() throws IOException {
        try (InputStream file = Objects.requireNonNull(Launch.class.getResourceAsStream("Launch.class"));
                DataInputStream words = new DataInputStream(file)) {
            words.readInt();
            words.readUnsignedShort();
            assertThat(words.readUnsignedShort()).isLessThanOrEqualTo(CLASS_FILES_OF_JAVA_17);
        }
    }
}
