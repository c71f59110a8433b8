package io.redress.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.LendingDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(
        classes = LendingDesk.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=none",
            "spring.main.web-application-type=reactive",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            "management.endpoints.web.exposure.include=*"
        })
class ServiceSecurityTest {
    private static final Duration SHORT = Duration.ofMinutes(5);

    private final LocalIssuer issuer;
    private final int port;
    private final int managementPort;

    ServiceSecurityTest(@Autowired LocalIssuer issuer, @Autowired Environment environment) {
        this.issuer = issuer;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
        this.managementPort = environment.getRequiredProperty("local.management.port", Integer.class);
    }

    private HttpTalk as(String... roles) {
        return new HttpTalk(port, issuer.token("ada", List.of(roles), SHORT));
    }

    @Test
    void without_a_token_only_what_is_open_is_there() {
        HttpTalk stranger = new HttpTalk(port, null);
        assertThat(stranger.get("/opening-hours").status()).isEqualTo(200);
        for (String path : List.of("/books/1?limit=1", "/branches/x/shelf", "/no-such-thing", "/actuator/health")) {
            var answer = stranger.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void a_token_that_is_expired_foreign_or_changed_is_nobody() {
        var past = InstantSource.offset(Clock.systemUTC(), Duration.ofHours(-1));
        String good = issuer.token("ada", List.of("reader"), SHORT);
        String unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.", -1)[1] + ".";
        for (String bad : List.of(
                issuer.token("ada", List.of("reader"), Duration.ofMinutes(-5)),
                LocalIssuer.inMemory(past).token("ada", List.of("reader"), Duration.ofHours(2)),
                good.substring(0, good.length() - 4) + "AAAA",
                unsigned,
                "nonsense",
                "x".repeat(5_000))) {
            var answer = new HttpTalk(port, bad).get("/books/1?limit=1");
            assertThat(answer.status()).as(bad).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
    }

    @Test
    void the_scheme_is_read_whatever_its_case_and_a_token_only_as_its_form_demands() {
        String good = issuer.token("ada", List.of("reader"), SHORT);
        HttpTalk talk = new HttpTalk(port, null);
        assertThat(talk.get("/books/1?limit=1", "Authorization", "bearer " + good)
                        .status())
                .isEqualTo(200);
        for (String odd : List.of("Bearer", "Bearer ===", "Bearer " + good + " x", "Bearer a,b", "Basic YTpi")) {
            assertThat(talk.get("/books/1?limit=1", "Authorization", odd).status())
                    .as(odd)
                    .isEqualTo(401);
        }
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        String good = issuer.token("ada", List.of("reader"), SHORT);
        assertThat(new HttpTalk(port, null)
                        .get("/books/1?limit=1&access_token=" + good)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_wrong_role_is_refused_without_saying_what_is_there() {
        for (String path : List.of("/branches/x/shelf", "/no-such-thing", "/actuator/health")) {
            assertThat(as("reader").get(path).status()).as(path).isEqualTo(403);
            assertThat(as("reader").get(path).problem()).isEqualTo("forbidden");
        }
        assertThat(as("branch").post("/loans", "{}").status()).isEqualTo(403);
    }

    @Test
    void a_kind_of_role_is_let_in_and_foreign_things_are_not_found() {
        assertThat(as("branch:north").get("/branches/north/shelf").status()).isEqualTo(200);
        assertThat(as("branch:north").get("/branches/south/shelf").status()).isEqualTo(404);
    }

    @Test
    void health_and_metrics_are_open_on_the_management_port_and_nothing_else_is() {
        HttpTalk operator = new HttpTalk(managementPort, null);
        assertThat(operator.get("/actuator/health").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/env").status()).isEqualTo(401);
        assertThat(operator.get("/actuator/heapdump").status()).isEqualTo(401);
        var admin = new HttpTalk(managementPort, issuer.token("ada", List.of("reader"), SHORT));
        assertThat(admin.get("/actuator/env").status()).isEqualTo(403);
        assertThat(admin.get("/books/1?limit=1").status()).isEqualTo(403);
    }

    @Test
    void odd_addresses_are_refused() {
        for (String path : List.of("//books/1", "/books/%2e%2e/loans", "/books;a=b/1", "/books/%2f", "/books/1%00")) {
            var answer = as("reader").get(path);
            assertThat(answer.status()).as(path).isIn(400, 403, 404);
            assertThat(answer.problem()).as(path).doesNotStartWith("no problem");
        }
    }
}
