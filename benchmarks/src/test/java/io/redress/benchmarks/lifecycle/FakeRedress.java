package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.JsonFields;
import io.redress.benchmarks.lifecycle.Signal.Executed;
import io.redress.benchmarks.lifecycle.Signal.Proposed;
import io.redress.benchmarks.lifecycle.Signal.Requested;
import io.redress.benchmarks.lifecycle.Signal.ReviewOpened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers and signals as the six services would, at once and without remembering more than a case's state. */
final class FakeRedress implements AutoCloseable {
    private final Map<String, String> stateOf = new ConcurrentHashMap<>();
    private final AtomicInteger cases = new AtomicInteger();
    private final Consumer<Signal> topics;
    private final DisposableServer server;
    private volatile int busyAnswers;
    private volatile int unknownRequests;
    private volatile String forgets = "nothing";

    FakeRedress(Consumer<Signal> topics) {
        this.topics = topics;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .flatMap(body -> answer(request, response, body)))
                .bindNow();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The next so many writes are answered with 429. */
    void isBusyFor(int answers) {
        busyAnswers = answers;
    }

    /** The next so many replies come before the department service knows the request. */
    void hasNotHeardOfRequests(int answers) {
        unknownRequests = answers;
    }

    /** Reads of that path never show what was written. */
    void forgets(String path) {
        forgets = path;
    }

    /** A reply came by the topic. */
    void heard(String caseId, String json) {
        replied(
                caseId,
                JsonFields.read(json.getBytes(StandardCharsets.UTF_8), "/requestId")
                        .getFirst());
    }

    String stateOf(String caseId) {
        return stateOf.getOrDefault(caseId, "none");
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        String path = request.uri().replace("/api/v1/", "");
        boolean write = request.method().name().equals("POST");
        if (write && busyAnswers > 0) {
            busyAnswers--;
            return say(response.header("Retry-After", "0"), 429, "{}");
        }
        if (path.endsWith("/replies") && unknownRequests > 0) {
            unknownRequests--;
            return say(response, 404, "{}");
        }
        if (path.equals("complaints")) {
            return filed(response);
        }
        if (path.equals("departments")) {
            return say(response, 200, "{\"departments\":[]}");
        }
        String[] steps = path.split("/", -1);
        return path.startsWith("departments/")
                ? department(response, write, steps)
                : ofCase(request, response, write, steps[1], steps.length > 2 ? steps[2] : "");
    }

    private Mono<Void> filed(HttpServerResponse response) {
        String caseId = "00000000-0000-7000-8000-%012d".formatted(cases.incrementAndGet());
        stateOf.put(caseId, "gathering");
        // Before the answer, as the topic may be quicker.
        topics.accept(new Requested(caseId, caseId + "-r1", "finance", "SOLUTION"));
        return say(response.header("Redress-Position", "intake=2"), 201, json(caseId, "gathering"));
    }

    private Mono<Void> department(HttpServerResponse response, boolean write, String[] steps) {
        if (write) {
            String caseId = steps[3].substring(0, 36);
            replied(caseId, steps[3]);
        }
        return say(response.header("Redress-Position", "departments=2"), write ? 201 : 200, "{\"state\":\"answered\"}");
    }

    private void replied(String caseId, String requestId) {
        if (requestId.endsWith("-r1")) {
            stateOf.put(caseId, "proposed");
            topics.accept(new Proposed(caseId, "p1", "o1"));
        } else {
            stateOf.put(caseId, "executed");
            topics.accept(new Executed(caseId, "4"));
        }
    }

    private Mono<Void> ofCase(
            HttpServerRequest request, HttpServerResponse response, boolean write, String caseId, String what) {
        switch (write ? what : "") {
            case "choice" -> {
                if (request.requestHeaders().get("If-Match") == null) {
                    return say(response, 428, "{}");
                }
                stateOf.put(caseId, "chosen");
                topics.accept(new Requested(caseId, caseId + "-r2", "finance", "EXECUTION"));
            }
            case "closure" -> {
                stateOf.put(caseId, "closed");
                topics.accept(new ReviewOpened(caseId));
            }
            case "review" -> stateOf.put(caseId, "completed");
            default -> {
                // A read.
            }
        }
        String state = !write && what.equals(forgets) ? "forgotten" : stateOf(caseId);
        return say(response.header("ETag", "\"7\""), 200, json(caseId, state));
    }

    private static String json(String caseId, String state) {
        String status = state.equals("executed") ? "resolved" : state.equals("completed") ? "closed" : "open";
        return "{\"caseId\":\"" + caseId + "\",\"state\":\"" + state + "\",\"status\":\"" + status + "\"}";
    }

    private static Mono<Void> say(HttpServerResponse response, int status, @Nullable String json) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .sendString(Mono.justOrEmpty(json))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
