package io.redress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.security.LocalIssuer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(
        classes = {GatewayApplication.class, GatewayTest.Tokens.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "server.address=127.0.0.1",
            "management.server.port=0",
            "redress.gateway.rate.per-second=1",
            "redress.gateway.rate.burst=3"
        })
class AllowanceTest {

    @Test
    void who_sends_too_much_gets_429_and_nobody_else_does(
            @Autowired Environment environment, @Autowired LocalIssuer issuer) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        HttpTalk eager = new HttpTalk(port, issuer.token("eager", List.of("frontline"), Duration.ofMinutes(5)));
        HttpTalk calm = new HttpTalk(port, issuer.token("calm", List.of("frontline"), Duration.ofMinutes(5)));
        HttpTalk.Answer last = eager.get("/api/v1/nothing");
        for (int i = 0; i < 20 && last.status() != 429; i++) {
            last = eager.get("/api/v1/nothing");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.problem()).isEqualTo("too-many-requests");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(calm.get("/api/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void who_shows_no_token_is_limited_by_address(@Autowired Environment environment) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        HttpTalk stranger = new HttpTalk(port, null);
        HttpTalk.Answer last = stranger.get("/", "X-Forwarded-For", "1.1.1.1");
        for (int i = 0; i < 20 && last.status() != 429; i++) {
            last = stranger.get("/", "X-Forwarded-For", "1.1.1." + i);
        }
        assertThat(last.status()).isEqualTo(429);
    }
}
