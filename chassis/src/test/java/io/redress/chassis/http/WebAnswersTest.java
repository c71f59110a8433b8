package io.redress.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.security.LocalIssuer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(
        classes = LendingDesk.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=none", "spring.main.web-application-type=reactive", "server.address=127.0.0.1"
        })
class WebAnswersTest {
    private static final String GOOD = """
            {"title": "Atlas", "kind": "MAP", "from": "2026-01-01T00:00:00Z", "days": 3, "reader": {"name": "Ada"}}""";

    private final HttpTalk reader;

    WebAnswersTest(@Autowired Environment environment, @Autowired LocalIssuer issuer) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        reader = new HttpTalk(port, issuer.token("ada", List.of("reader"), Duration.ofMinutes(5)));
    }

    private HttpTalk.Answer lend(String json) {
        return reader.post("/loans", json, "Idempotency-Key", "\"k-1\"");
    }

    @Test
    void a_good_request_is_answered_with_the_stamps_of_the_write() {
        var answer = lend(GOOD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/loans/1");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Redress-Position")).isEqualTo("loans=1");
        assertThat(answer.header("Redress-Case")).isEqualTo("loan-1");
        assertThat(answer.body())
                .isEqualTo("{\"title\":\"Atlas\",\"by\":\"ada\",\"key\":\"k-1\",\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"title\": ",
                "[]",
                "null",
                "{} {}",
                "{\"days\": 1, \"days\": 2}",
                "\"text\"",
                "{\"days\": 1.5}"
            })
    void what_cannot_be_read_is_400(String body) {
        assertThat(lend(body).problem()).isEqualTo("unreadable");
        assertThat(lend(body).status()).isEqualTo(400);
    }

    @Test
    void a_syntax_error_says_where_it_is() {
        assertThat(lend("{\n  \"title\": oops}").json().path("detail").asString())
                .contains("line 2, column");
    }

    @Test
    void nesting_is_bounded() {
        assertThat(lend("{\"reader\":".repeat(100)).status()).isEqualTo(400);
    }

    @Test
    void a_wrong_json_type_is_400_and_points_at_the_field() {
        var answer = lend("{\"reader\": {\"name\": 7}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/reader/name");
        assertThat(answer.json().path("errors").path(0).path("detail").asString())
                .isEqualTo("Expected a text here.");
    }

    @Test
    void a_text_for_a_number_is_a_wrong_type() {
        assertThat(lend("{\"days\": \"3\"}").status()).isEqualTo(400);
    }

    @Test
    void unknown_missing_and_unfitting_fields_are_refused_together() {
        var answer = lend("""
                {"kind": "ROCK", "from": "tomorrow", "days": 99, "colour": {"a": [1]}, "reader": {"nam/e": 1}}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/kind", "/from", "/colour", "/reader/nam~1e", "/title", "/days", "/reader/name");
        assertThat(answer.body()).contains("one of BOOK, MAP");
    }

    @Test
    void a_missing_number_is_refused_and_not_taken_for_zero() {
        assertThat(lend("{\"title\": \"A\", \"kind\": \"MAP\", \"reader\": {\"name\": \"Ada\"}}")
                        .pointers())
                .containsExactly("/days");
    }

    @Test
    void however_much_is_wrong_the_answer_stays_small() {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            body.append("\"unknown").append(i).append("\": 1, ");
        }
        var answer = lend(body + "\"days\": 1}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).hasSizeLessThan(5_000);
    }

    @Test
    void a_body_too_large_is_413() {
        var answer = lend("{\"title\": \"" + "x".repeat(300 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void another_media_type_is_415() {
        var answer = reader.post("/loans", GOOD, "Idempotency-Key", "k", "Content-Type", "text/plain");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void another_method_is_405_and_says_which_are_allowed() {
        var answer = reader.send("DELETE", "/books/1", null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, PUT");
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
    }

    @Test
    void an_idempotency_key_is_required_and_must_be_printable() {
        assertThat(reader.post("/loans", GOOD).problem()).isEqualTo("idempotency-key-missing");
        assertThat(reader.post("/loans", GOOD, "Idempotency-Key", "x".repeat(201))
                        .problem())
                .isEqualTo("idempotency-key-unreadable");
    }

    @Test
    void a_revision_must_be_named_and_be_the_current_one() {
        String body = "{\"name\": \"Ada\"}";
        assertThat(reader.send("PUT", "/books/1", body).status()).isEqualTo(428);
        assertThat(reader.send("PUT", "/books/1", body, "If-Match", "*").status())
                .isEqualTo(428);
        assertThat(reader.send("PUT", "/books/1", body, "If-Match", "7").status())
                .isEqualTo(400);
        assertThat(reader.send("PUT", "/books/1", body, "If-Match", "\"6\"").problem())
                .isEqualTo("stale");
        assertThat(reader.send("PUT", "/books/1", body, "If-Match", "\"6\"").status())
                .isEqualTo(412);
        var answer = reader.send("PUT", "/books/1", body, "If-Match", "\"7\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"8\"");
    }

    @Test
    void positions_to_wait_for_are_read_and_bounded() {
        assertThat(reader.get("/books/1?limit=1", "Redress-At-Least", "loans=4, shelves.a=2")
                        .json()
                        .path("waitedFor")
                        .toString())
                .contains("\"loans\":4", "\"shelves.a\":2");
        for (String bad : List.of(
                "loans", "loans=", "=4", "loans=-1", "Loans=1", "loans=" + "9".repeat(30), "a=1,".repeat(600))) {
            assertThat(reader.get("/books/1?limit=1", "Redress-At-Least", bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_malformed_name_in_the_path_does_not_exist_and_a_malformed_parameter_is_unreadable() {
        assertThat(reader.get("/books/first?limit=1").status()).isEqualTo(404);
        assertThat(reader.get("/books/1?limit=few").status()).isEqualTo(400);
        assertThat(reader.get("/books/1").status()).isEqualTo(400);
        assertThat(reader.get("/books/1/pages").problem()).isEqualTo("not-found");
    }

    @Test
    void a_store_that_is_out_is_503_with_retry_after() {
        var answer = reader.get("/broken/store");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body()).doesNotContain("10.0.0.7");
    }

    @Test
    void a_failure_of_ours_tells_a_reference_and_nothing_of_the_inside() {
        var answer = reader.get("/broken/code");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("reference").asString()).hasSize(36);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }
}
