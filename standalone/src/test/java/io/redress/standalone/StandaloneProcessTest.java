package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.standalone.toy.OtherJvm;
import io.redress.standalone.toy.Records;
import io.redress.standalone.toy.ToyStandalone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneProcessTest {
    @TempDir
    Path temporary;

    private Path data = Path.of("");

    @BeforeEach
    void a_folder_that_does_not_exist() {
        data = temporary.resolve("data");
    }

    @Test
    void it_starts_serves_stops_with_0_and_starts_again_with_the_same_folder() throws Exception {
        try (OtherJvm first = start()) {
            String address = address(first);
            assertThat(get(address + "/name")).isEqualTo("gateway");
            assertThat(first.output())
                    .containsSubsequence("Kafka broker on 127.0.0.1:", "gateway on port ", "Redress is running at ")
                    .contains("left on port ", "right on port ", "kill " + first.pid());
            assertThat(Files.readString(data.resolve("tokens.json")))
                    .contains("\"frontline\"", "\"department:finance\"", "\"department-system\"");
            records_can_be_read(kafkaPort(first));
            a_second_one_on_the_same_folder_is_refused(first);

            first.terminate();

            assertThat(first.awaitExit()).isZero();
            assertThat(first.output())
                    .containsSubsequence(
                            "stopping",
                            "gateway stopped",
                            "services stopped",
                            "broker stopped",
                            "data folder released",
                            "stopped");
        }
        try (OtherJvm second = start()) {
            address(second);
            second.terminate();
            assertThat(second.awaitExit()).isZero();
        }
    }

    private void a_second_one_on_the_same_folder_is_refused(OtherJvm first) throws Exception {
        try (OtherJvm second = start()) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output())
                    .isEqualTo(
                            "The data folder %s is in use by process %d; stop that one or choose another folder with --data-dir.%n"
                                    .formatted(data, first.pid()));
        }
    }

    @Test
    void a_gateway_port_that_is_taken_is_one_sentence_and_1() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OtherJvm launcher = OtherJvm.run(
                        temporary, ToyStandalone.class, "--port=" + other.getLocalPort(), "--data-dir=" + data)) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .hasLineCount(1)
                    .startsWith("Port %d on 127.0.0.1 is already taken".formatted(other.getLocalPort()));
        }
    }

    private OtherJvm start() throws Exception {
        return OtherJvm.run(
                temporary, ToyStandalone.class, "--port=0", "--kafka-port=0", "--no-demo", "--data-dir=" + data);
    }

    private static String address(OtherJvm launcher) {
        return find("at (http://\\S+)", launcher.awaitLine("Redress is running at "));
    }

    private static String kafkaPort(OtherJvm launcher) {
        return find("broker on 127.0.0.1:(\\d+)", launcher.output());
    }

    private static void records_can_be_read(String kafkaPort) throws Exception {
        Records records = new Records("127.0.0.1:" + kafkaPort);
        records.createTopic();
        records.write("a thing");
        assertThat(topic(0, Records.TOPIC, "--kafka-port", kafkaPort)).contains("  key  a thing");
        assertThat(topic(1, "nothing", "--kafka-port", kafkaPort))
                .isEqualTo("There is no topic nothing on 127.0.0.1:%s, but there are: things%n".formatted(kafkaPort));
    }

    private static String topic(int expectedExit, String... arguments) {
        StringWriter words = new StringWriter();
        int exit = Standalone.commandLine(ToyProduct::product)
                .setOut(new PrintWriter(words))
                .setErr(new PrintWriter(words))
                .execute(Stream.concat(Stream.of("topic"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(exit).as("%s", words).isEqualTo(expectedExit);
        return words.toString();
    }

    private static String find(String pattern, String text) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as("%s in %s", pattern, text).isTrue();
        return match.group(1);
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
