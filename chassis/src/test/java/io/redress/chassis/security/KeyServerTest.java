package io.redress.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.WebAnswers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class KeyServerTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({WebAnswers.class, ServiceSecurity.class})
    static class EmptyHouse {
        @Bean
        AccessRules rules() {
            return AccessRules.denyAll().allowAuthenticated("/**");
        }
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(EmptyHouse.class)
                .properties(
                        "spring.config.name=none",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.web-application-type=reactive",
                        "spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }

    @Test
    void a_key_server_that_is_out_is_503_and_not_the_callers_fault_and_is_used_once_it_is_back() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        AtomicInteger status = new AtomicInteger(500);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(status.get(), keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
        try (var house = start("redress.security.jwk-set-uri=" + address, "redress.security.issuer=https://issuer/")) {
            int port = house.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            HttpTalk caller = new HttpTalk(port, token(key));
            var answer = caller.get("/anything");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isNotBlank();
            status.set(200);
            assertThat(caller.get("/anything").status()).isEqualTo(404);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void without_any_keys_an_application_does_not_start() {
        assertThatThrownBy(() -> start().close())
                .rootCause()
                .hasMessageContaining("Expected redress.security.jwk-set-uri or redress.security.public-key-file");
    }

    private static String token(RSAKey key) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://issuer/")
                .audience(List.of("other", "redress"))
                .subject("ada")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
