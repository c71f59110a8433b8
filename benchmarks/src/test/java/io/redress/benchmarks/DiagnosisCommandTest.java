package io.redress.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DiagnosisCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void says_for_each_language_how_many_lead_to_the_right_department() throws Exception {
        Path file = lines("""
                {"text":"You charged my card twice.","lang":"en","departments":["FIN"],"source":"own"}
                {"text":"Il pacco non è mai arrivato.","lang":"it","departments":["LOG","CS"]}
                """);
        Path json = folder.resolve("figures.json");

        assertThat(run("diagnosis", file.toString(), "--json", json.toString())).isZero();

        assertThat(out.toString()).contains("en  1 complaints  macro-F1 1.000", "it  1 complaints", "FIN ");
        var figures = JsonMapper.shared().readTree(Files.readAllBytes(json));
        assertThat(figures.at("/en/departments/FIN/recall").asDouble()).isEqualTo(1);
        assertThat(figures.at("/en/cpuMillisPerComplaint").isNumber()).isTrue();
        assertThat(figures.path("rulesVersion").asString()).isNotBlank();
    }

    @Test
    void a_line_that_is_no_labelled_complaint_is_named() throws Exception {
        Path file = lines("""
                {"text":"a","lang":"en","departments":["FIN"]}
                {"text":"a","lang":"en","departments":["HAT"]}
                """);

        assertThat(run("diagnosis", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("in line 2 of ", "HAT").doesNotContain("\tat ");
    }

    @Test
    void rules_that_are_not_there_are_said_in_one_sentence() throws Exception {
        Path file = lines("""
                {"text":"a","lang":"en","departments":["FIN"]}
                """);

        assertThat(run("diagnosis", file.toString(), "--rules", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("rules/natures.yaml cannot be read").doesNotContain("\tat ");
    }

    private Path lines(String lines) throws Exception {
        return Files.writeString(folder.resolve("complaints.jsonl"), lines);
    }

    private int run(String... args) {
        return Benchmarks.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
