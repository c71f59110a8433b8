package io.redress.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.security.LocalIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {GatewayApplication.class, GatewayTest.Tokens.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "resilience4j.timelimiter.instances.departments.timeout-duration=300ms",
            "resilience4j.timelimiter.instances.journey.timeout-duration=300ms",
            "resilience4j.timelimiter.instances.import.timeout-duration=300ms",
            "resilience4j.timelimiter.instances.survey.timeout-duration=300ms",
            "resilience4j.circuitbreaker.instances.survey.base-config=default",
            "resilience4j.circuitbreaker.instances.survey.minimum-number-of-calls=2",
            "resilience4j.circuitbreaker.instances.choice.base-config=default",
            "resilience4j.circuitbreaker.instances.choice.minimum-number-of-calls=5",
            "resilience4j.circuitbreaker.instances.choice.wait-duration-in-open-state=60s"
        })
class GatewayTest {
    private static final Upstream UPSTREAM = new Upstream();
    private static final String CASE = Upstream.CASE;
    private static final int LIMIT = 64 * 1024;

    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        LocalIssuer issuer() {
            return LocalIssuer.inMemory(InstantSource.system());
        }

        @Bean
        ReactiveJwtDecoder decoder(LocalIssuer issuer) {
            return issuer.decoder();
        }
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) throws IOException {
        for (String service : Door.SERVICES) {
            properties.add("redress.gateway.services." + service, () -> "http://127.0.0.1:" + UPSTREAM.port());
        }
        try (ServerSocket closed = new ServerSocket(0)) {
            int nobody = closed.getLocalPort();
            properties.add("redress.gateway.services.resolution-service", () -> "http://127.0.0.1:" + nobody);
        }
    }

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    private final int port;
    private final int managementPort;
    private final String token;
    private final HttpTalk client;
    private final HttpTalk stranger;

    GatewayTest(@Autowired Environment environment, @Autowired LocalIssuer issuer) {
        port = environment.getRequiredProperty("local.server.port", Integer.class);
        managementPort = environment.getRequiredProperty("local.management.port", Integer.class);
        token = issuer.token("app", List.of("frontline"), Duration.ofMinutes(5));
        client = new HttpTalk(port, token);
        stranger = new HttpTalk(port, null);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /complaints, 201",
        "GET, /cases?limit=5&cursor=a, 200",
        "GET, /cases/" + CASE + ", 200",
        "GET, /cases/" + CASE + "/routing, 200",
        "GET, /customers/C-1042?limit=2, 200",
        "PUT, /customers/C-1042, 200",
        "POST, /customers/C-1042/favours, 200",
        "GET, /departments/finance/worklist?limit=2, 200",
        "GET, /departments/finance/requests/" + CASE + "-r1, 200",
        "POST, /departments/finance/requests/" + CASE + "-r1/replies, 200",
        "POST, /cases/" + CASE + "/survey, 200",
        "GET, /cases/" + CASE + "/review, 200",
        "POST, /cases/" + CASE + "/review, 200",
        "GET, /reviews?status=open, 200"
    })
    void each_door_leads_to_a_service_as_it_was_called(String method, String path, int status) {
        String body = !method.equals("GET") ? "{\"a\":1}" : null;
        var answer = client.send(method, "/api/v1" + path, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(UPSTREAM.last().uri()).isEqualTo("/api/v1" + path);
        assertThat(UPSTREAM.last().method()).isEqualTo(method);
        assertThat(UPSTREAM.last().body()).isEqualTo(body == null ? "" : body);
        assertThat(UPSTREAM.last().headers().get("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void without_a_valid_token_nobody_gets_in() {
        for (HttpTalk talk : List.of(stranger, new HttpTalk(port, "nonsense"), new HttpTalk(port, token + "x"))) {
            var answer = talk.get("/api/v1/cases/" + CASE);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nothing", "/api/v1/cases/a/b/c", "/api/v1/", "/api/v2/cases", "/nothing", "/favicon.ico"
            })
    void what_is_not_there_is_404(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.get(path).problem()).isEqualTo("not-found");
    }

    @Test
    void the_wrong_method_is_405() {
        var answer = client.send("DELETE", "/api/v1/cases/" + CASE, null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "//actuator/health",
                "/api/../actuator/health",
                "/api/v1/../../actuator/health",
                "/api/v1/cases/../../../actuator/health",
                "/api/v1/cases/..",
                "/api/v1//cases",
                "/api/v1/cases/%2e%2e/actuator",
                "/%61ctuator/health",
                "/api/v1/cases/..%2f..%2factuator",
                "/api/v1/cases;/../actuator",
                "/api/v1/cases\\..\\actuator",
                "/api/v1/cases/a%00",
                "/api/v1/cases/.%2e/actuator",
                "http://127.0.0.1/actuator/health",
                "/actuator/health#/api/v1/cases",
                "/actuator/health?/api/v1/cases"
            })
    void management_is_not_reachable_by_any_trick(String path) throws IOException {
        int before = UPSTREAM.seen.size();
        assertThat(RawTalk.statusOf(port, path, token)).isIn(400, 404);
        assertThat(UPSTREAM.seen).hasSize(before);
    }

    @Test
    void the_management_port_shows_health_and_metrics_and_no_doors() {
        HttpTalk operator = new HttpTalk(managementPort, null);
        assertThat(operator.get("/actuator/health").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/gateway").status()).isIn(401, 404);
        assertThat(operator.get("/api/v1/cases").status()).isIn(401, 404);
    }

    @Test
    void documents_and_the_index_need_no_token() {
        assertThat(stranger.get("/").body()).contains("/openapi.yaml");
        assertThat(stranger.get("/openapi.yaml").body()).startsWith("openapi: 3.1");
        assertThat(stranger.get("/asyncapi.yaml").body()).startsWith("asyncapi: 3.0");
        assertThat(stranger.get("/openapi.yaml").header("Content-Type")).startsWith("application/yaml");
    }

    @Test
    void a_body_up_to_the_limit_passes_whole_and_one_more_byte_is_413() {
        String largest = "\"" + "x".repeat(LIMIT - 2) + "\"";
        assertThat(client.post("/api/v1/complaints", largest).status()).isEqualTo(201);
        assertThat(UPSTREAM.last().body()).isEqualTo(largest);
        var answer = client.post("/api/v1/complaints", largest + " ");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void a_body_of_unknown_length_is_counted() throws IOException {
        String chunk = Integer.toHexString(8192) + "\r\n" + "x".repeat(8192) + "\r\n";
        String head =
                "POST /api/v1/complaints HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(RawTalk.send(port, head + chunk.repeat(8) + "0\r\n\r\n")).startsWith("HTTP/1.1 201");
        assertThat(UPSTREAM.last().body()).hasSize(LIMIT);
        String refused = RawTalk.send(port, head + chunk.repeat(9) + "0\r\n\r\n");
        assertThat(refused).startsWith("HTTP/1.1 413").contains("urn:redress:problem:too-large");
    }

    @Test
    void an_import_streams_both_ways_past_the_limits_of_size_and_time() throws IOException {
        String head = "POST /api/v1/complaints:import HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                + "Content-Type: application/x-ndjson\r\nAuthorization: Bearer " + token
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] chunk =
                (Integer.toHexString(8192) + "\r\n" + "x".repeat(8192) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(chunk);
            assertThat(answers.readLine()).startsWith("HTTP/1.1 200");
            // Well past the 300 ms within which the answer had to begin.
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(chunk);
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            long passed = answers.lines()
                    .filter(line -> line.matches("[0-9]{3,}"))
                    .mapToLong(Long::parseLong)
                    .sum();
            assertThat(passed).isGreaterThanOrEqualTo(20 * 8192);
        }
    }

    @Test
    void a_service_that_cannot_be_reached_is_503_and_soon_the_breaker_spares_it() {
        String path = "/api/v1/cases/" + CASE + "/choice";
        for (int i = 0; i < 5; i++) {
            var answer = client.post(path, "{}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.body()).contains("cannot be reached").doesNotContain("127.0.0.1");
        }
        assertThat(client.post(path, "{}").body()).contains("left alone");
        assertThat(client.post(path, "{}").status()).isEqualTo(503);
    }

    @Test
    void a_service_that_stays_silent_is_504() {
        var answer = client.get("/api/v1/departments");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("timed-out");
    }

    @Test
    void a_caller_that_sends_slowly_is_refused_and_trips_no_breaker() throws IOException {
        String path = "/api/v1/cases/" + CASE + "/survey";
        for (int i = 0; i < 3; i++) {
            String answer = RawTalk.send(
                    port,
                    "POST " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 100\r\n"
                            + "Authorization: Bearer " + token + "\r\n\r\n{");
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow");
        }
        assertThat(client.post(path, "{}").status()).isEqualTo(200);
    }

    @Test
    void what_a_service_answers_passes_as_it_is_also_a_refusal() {
        var answer = client.get("/api/v1/reviews");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.body()).contains("/api/v1/reviews");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/" + CASE + "/journey", "/departments/finance/worklist"})
    void a_live_stream_passes_event_by_event_and_outlives_the_time_limit(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("data: first");
            lines.readLine();
            // Well past the 300 ms within which an answer has to begin here.
            await().pollDelay(Duration.ofMillis(700)).until(() -> UPSTREAM.events.currentSubscriberCount() == 1);
            UPSTREAM.events.tryEmitNext("data: second\n\n").orThrow();
            assertThat(lines.readLine()).isEqualTo("data: second");
            answer.body().close();
        }
        await().until(() -> {
            UPSTREAM.events.tryEmitNext("data: anybody there?\n\n");
            return UPSTREAM.events.currentSubscriberCount() == 0;
        });
    }

    @Test
    void a_caller_reads_its_own_writes_from_every_service() {
        client.post("/api/v1/complaints", "{}");
        client.post("/api/v1/departments/finance/requests/" + CASE + "-r1/replies", "{}");
        client.get("/api/v1/cases/" + CASE + "/routing");
        assertThat(UPSTREAM.last().headers().get("Redress-At-Least")).isEqualTo("departments=4,intake=1");
        client.get("/api/v1/departments/finance/requests/" + CASE + "-r1");
        assertThat(UPSTREAM.last().headers().get("Redress-At-Least")).isEqualTo("departments=4,intake=1");
        client.get("/api/v1/cases/" + CASE, "Redress-At-Least", "intake=9");
        assertThat(UPSTREAM.last().headers().get("Redress-At-Least")).isEqualTo("intake=9");
        client.get("/api/v1/cases/" + CASE.replace("ab", "ac"));
        assertThat(UPSTREAM.last().headers().get("Redress-At-Least")).isNull();
    }

    @Test
    void claims_about_the_origin_do_not_pass_and_a_trace_is_passed_or_begun() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        client.get(
                "/api/v1/cases",
                "X-Forwarded-For",
                "6.6.6.6",
                "Forwarded",
                "for=6.6.6.6",
                "X-Forwarded-Host",
                "evil",
                "X-Real-IP",
                "6.6.6.6",
                "traceparent",
                trace);
        var headers = UPSTREAM.last().headers();
        assertThat(headers.names()).doesNotContain("X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP");
        assertThat(headers.get("traceparent")).isEqualTo(trace);
        client.get("/api/v1/cases", "traceparent", "00-zz");
        assertThat(TraceParent.isValid(UPSTREAM.last().headers().get("traceparent")))
                .isTrue();
    }
}
