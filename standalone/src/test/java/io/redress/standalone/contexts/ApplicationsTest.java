package io.redress.standalone.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.standalone.machine.Progress;
import io.redress.standalone.machine.StartFailure;
import io.redress.standalone.toy.BrokenApplication;
import io.redress.standalone.toy.ToyApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationsTest {
    private final Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void closing_one_application_leaves_the_others_running() throws Exception {
        try (Applications applications = new Applications(Map.of(), context -> {}, silent)) {
            applications.start(List.of(toy("left"), toy("right")));
            int left = applications.port("left");
            assertThat(name(left)).isEqualTo("left");
            assertThat(name(applications.port("right"))).isEqualTo("right");

            applications.stop("left");

            assertThatThrownBy(() -> name(left)).isInstanceOf(ConnectException.class);
            assertThat(name(applications.port("right"))).isEqualTo("right");
        }
    }

    @Test
    void one_that_cannot_start_is_named_with_the_innermost_reason() throws Exception {
        try (Applications applications = new Applications(Map.of(), context -> {}, silent)) {
            Application broken = Application.service("broken", BrokenApplication.class);
            assertThatThrownBy(() -> applications.start(List.of(broken)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("broken cannot start: Expected a spoon, but there is none; more in redress.log.");
        }
    }

    private static Application toy(String module) {
        return Application.service(module, ToyApplication.class);
    }

    private static String name(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/name"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
