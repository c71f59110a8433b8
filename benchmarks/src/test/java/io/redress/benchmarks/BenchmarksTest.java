package io.redress.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarksTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_command_and_each_has_its_own() {
        assertThat(run("--help")).isZero();
        String[] commands = {
            "lifecycle", "limits", "intake", "check", "diagnosis", "incidents", "burst", "outage", "organisation", "jmh"
        };
        assertThat(out.toString()).contains(commands);
        for (String command : commands) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(out.toString())
                .contains(
                        "--rate", "--prefill", "--at-least", "--journal", "--others", "--kafka", "--tokens", "--json");
    }

    @Test
    void a_command_that_is_missing_or_misspelt_is_wrong_usage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("lifecycle")).isEqualTo(2);
        assertThat(err.toString()).contains("--tokens");
        assertThat(run("lifecycle", "--tokens", "t", "--duration", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a time such as 90s");
    }

    @Test
    void a_server_that_is_not_there_is_said_in_one_sentence(@TempDir Path folder) throws Exception {
        Path tokens = folder.resolve("tokens.json");
        Files.writeString(tokens, "{\"supervisor\":\"s\"}");
        // Nobody listens on the port of the multiplexer, and nobody may without being root.
        assertThat(run("lifecycle", "--tokens", tokens.toString(), "--base-url", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Expected Redress at http://127.0.0.1:1, but nobody answers");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void a_tokens_file_that_is_not_there_is_said_in_one_sentence(@TempDir Path folder) {
        String missing = folder.resolve("none.json").toString();
        assertThat(run("check", "--tokens", missing, "--journal", "j")).isEqualTo(1);
        assertThat(err.toString()).contains("none.json cannot be read").doesNotContain("\tat ");
    }

    private int run(String... args) {
        CommandLine command = Benchmarks.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
