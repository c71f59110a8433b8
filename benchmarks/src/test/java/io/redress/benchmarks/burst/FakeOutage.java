package io.redress.benchmarks.burst;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.benchmarks.http.JsonFields;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Takes complaints, proposes an incident after the tenth about the outage, and has all that are about it join. */
final class FakeOutage implements AutoCloseable {
    private static final int PAGE = 7;

    private final List<String> ofOutage = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final DisposableServer server;
    private String product = "";
    private boolean open;
    private boolean losesTheFifth;
    private boolean proposesTwo;
    private boolean takesOthersIn;
    private boolean forgetsOthers;

    FakeOutage() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(UTF_8)
                        .defaultIfEmpty("")
                        .flatMap(body -> answer(request, response, body)))
                .bindNow();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The fifth case about the outage never joins. */
    FakeOutage losingTheFifth() {
        losesTheFifth = true;
        return this;
    }

    /** There is a second proposal for the same outage. */
    FakeOutage proposingTwo() {
        proposesTwo = true;
        return this;
    }

    /** Everybody joins, whatever the case is about. */
    FakeOutage takingOthersIn() {
        takesOthersIn = true;
        return this;
    }

    /** Routing never hears of cases about anything else. */
    FakeOutage forgettingOthers() {
        forgetsOthers = true;
        return this;
    }

    private synchronized Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        String path = request.uri().replace("/api/v1/", "").replaceAll("\\?.*", "");
        return switch (path) {
            case "complaints" -> say(response, 201, "{\"caseId\":\"" + filed(body) + "\"}");
            case "incidents" -> say(response, 200, "{\"incidents\":[" + incidents() + "]}");
            case "incidents/i1" ->
                say(
                        response,
                        200,
                        "{\"incidentId\":\"i1\",\"members\":" + members().size() + "}");
            case "incidents/i1/opening" -> opened(request, response);
            case "incidents/i1/members" -> say(response, 200, membersFrom(cursor(request)));
            default -> say(response, isKnown(path) ? 200 : 404, "{}");
        };
    }

    private boolean isKnown(String path) {
        String[] steps = path.split("/", -1);
        return !(forgetsOthers && steps.length > 2 && others.contains(steps[1]));
    }

    private String filed(String body) {
        String said = JsonFields.read(body.getBytes(UTF_8), "/product").getFirst();
        List<String> kind = said.isEmpty() ? others : ofOutage;
        product = said.isEmpty() ? product : said;
        String caseId = "case-" + (ofOutage.size() + others.size());
        kind.add(caseId);
        return caseId;
    }

    private String incidents() {
        String one = "{\"incidentId\":\"i1\",\"product\":\"" + product + "\"}";
        return ofOutage.size() < 10 ? "" : proposesTwo ? one + ",{\"incidentId\":\"i2\"}" : one;
    }

    private Mono<Void> opened(HttpServerRequest request, HttpServerResponse response) {
        open = "\"7\"".equals(request.requestHeaders().get("If-Match"));
        return say(response, open ? 200 : 428, "{}");
    }

    private List<String> members() {
        Stream<String> all = takesOthersIn ? Stream.concat(ofOutage.stream(), others.stream()) : ofOutage.stream();
        String lost = losesTheFifth ? ofOutage.get(4) : "nobody";
        return open ? all.filter(it -> !it.equals(lost)).toList() : List.of();
    }

    private String membersFrom(int from) {
        List<String> all = members();
        int to = Math.min(all.size(), from + PAGE);
        String lines = all.subList(from, to).stream()
                .map(it -> "{\"caseId\":\"" + it + "\",\"joinedAt\":\"" + Instant.now() + "\"}")
                .collect(Collectors.joining(","));
        return "{\"members\":[" + lines + "]" + (to < all.size() ? ",\"next\":\"" + to + "\"" : "") + "}";
    }

    private static int cursor(HttpServerRequest request) {
        String[] parts = request.uri().split("cursor=", -1);
        return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
    }

    private static Mono<Void> say(HttpServerResponse response, int status, String json) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .header("ETag", "\"7\"")
                .sendString(Mono.just(json))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
