package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StandaloneTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_option() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--port",
                        "--bind",
                        "--kafka-port",
                        "--data-dir",
                        "--[no-]demo",
                        "--tokens",
                        "--version",
                        "topic");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("Redress ").hasLineCount(1);
    }

    @Test
    void an_unknown_option_is_wrong_usage() {
        assertThat(run("--prot", "8081")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown options: '--prot'");
    }

    @Test
    void a_port_that_is_no_number_is_wrong_usage() {
        assertThat(run("--port", "http")).isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value for option '--port'").contains("'http' is not an int");
    }

    @Test
    void a_topic_has_to_be_named() {
        assertThat(run("topic")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'NAME'");
    }

    @Test
    void the_demo_is_on_unless_it_is_turned_off() {
        assertThat(options().demo).isTrue();
        assertThat(options("--demo").demo).isTrue();
        assertThat(options("--no-demo").demo).isFalse();
    }

    private static Options options(String... arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }

    private int run(String... arguments) {
        return Standalone.commandLine(ToyProduct::product)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
