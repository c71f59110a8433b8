package io.redress.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.standalone.toy.HolderOfFolder;
import io.redress.standalone.toy.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void it_is_created_with_a_place_for_logs() {
        try (DataFolder folder = DataFolder.open(temporary.resolve("a/b"))) {
            assertThat(folder.logs()).isDirectory();
        }
    }

    @Test
    void one_in_use_names_the_process_and_is_free_again_after_its_death() throws Exception {
        Path shared = temporary.resolve("shared");
        try (OtherJvm holder = OtherJvm.run(temporary, HolderOfFolder.class, shared.toString())) {
            holder.awaitLine("holding");
            assertThatThrownBy(() -> DataFolder.open(shared))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "The data folder %s is in use by process %d; stop that one or choose another folder with --data-dir.",
                            shared, holder.pid());
            holder.kill();
            DataFolder.open(shared).close();
        }
    }

    @Test
    void one_that_cannot_be_made_is_said_in_a_sentence() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "The data folder %s cannot be written (there is a file of that name); choose another one with --data-dir.",
                        file);
    }

    @Test
    void a_full_disk_is_said_before_anything_starts_and_the_folder_given_back() {
        assertThatThrownBy(() -> DataFolder.open(temporary, Long.MAX_VALUE))
                .isInstanceOf(StartFailure.class)
                .hasMessageMatching("The disk of .* has \\d+ MB free, but at least \\d+ MB are needed; .*");
        DataFolder.open(temporary).close();
    }
}
