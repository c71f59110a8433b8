package io.redress.benchmarks;

import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.Tokens;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the system is and who may talk to it. */
final class ServerOptions {
    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of the gateway (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    URI baseUrl;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            required = true,
            description = "JSON object of role and token, as standalone writes it with --tokens.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path tokensFile;

    Tokens tokens() {
        return Tokens.read(tokensFile);
    }

    /** Connections to the gateway, after one call that must be answered. */
    HttpCaller connect(int connections, Tokens tokens) {
        return connect(connections, tokens, "/api/v1/departments");
    }

    /** The same for whoever answers {@code checked}, which need not be the gateway. */
    HttpCaller connect(int connections, Tokens tokens, String checked) {
        HttpCaller http = new HttpCaller(baseUrl, connections);
        Call call = Call.get(checked + ", GET", checked, tokens.of("supervisor"));
        try {
            var answer = http.exchange(call);
            if (answer.isSuccess()) {
                return http;
            }
            http.close();
            throw new CannotRun("Expected Redress at %s, but %s was answered with %d: %s"
                    .formatted(baseUrl, call.path(), answer.status(), answer.excerpt()));
        } catch (CallFailed e) {
            http.close();
            throw new CannotRun("Expected Redress at " + baseUrl + ", but nobody answers: " + e.sentence(), e);
        }
    }
}
