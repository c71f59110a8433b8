package io.redress.chassis.http;

import io.redress.chassis.security.AccessRules;
import io.redress.chassis.security.Caller;
import io.redress.chassis.security.LocalIssuer;
import io.redress.chassis.security.ServiceSecurity;
import io.redress.chassis.store.StoreUnavailable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A small library with a lending desk, to show the chassis without a word of the product. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebAnswers.class, ServiceSecurity.class, LendingDesk.Endpoints.class})
public class LendingDesk {

    @Bean
    LocalIssuer issuer() {
        return LocalIssuer.inMemory(InstantSource.system());
    }

    @Bean
    ReactiveJwtDecoder decoder(LocalIssuer issuer) {
        return issuer.decoder();
    }

    @Bean
    AccessRules rules() {
        return AccessRules.denyAll()
                .open("/opening-hours")
                .allow(HttpMethod.POST, "/loans", "reader", "librarian")
                .allow(HttpMethod.GET, "/branches/{code}/shelf", "branch:*")
                .allowAuthenticated("/books/**")
                .allowAuthenticated("/broken/**");
    }

    enum Kind {
        BOOK,
        MAP
    }

    record Person(@Nullable String name, @Nullable String card) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/name", name).length("/name", name, 1, 10);
        }
    }

    record Loan(
            @Nullable String title,
            @Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Integer days,
            @Nullable Person reader)
            implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/title", title)
                    .required("/kind", kind)
                    .required("/days", days)
                    .range("/days", days, 1, 30)
                    .required("/reader", reader)
                    .inside("/reader", reader);
        }
    }

    record Receipt(
            String title,
            String by,
            String key,
            Instant at,
            @Nullable String note) {}

    @RestController
    static class Endpoints {
        @GetMapping("/opening-hours")
        Map<String, String> hours() {
            return Map.of("monday", "9-17");
        }

        @PostMapping("/loans")
        Mono<ResponseEntity<Receipt>> lend(Caller caller, IdempotencyKey key, @RequestBody Loan loan) {
            var written = Answers.Written.now("loan-1", 1, Positions.of("loans", 1));
            var receipt = new Receipt(String.valueOf(loan.title()), caller.subject(), key.value(), Instant.EPOCH, null);
            return Mono.just(Answers.created(URI.create("/loans/1"), written, receipt));
        }

        @PutMapping("/books/{number}")
        ResponseEntity<String> rename(@PathVariable int number, ExpectedRevision seen, @RequestBody Person person) {
            seen.orRefuse(7);
            return Answers.seen(8, "renamed");
        }

        @GetMapping("/books/{number}")
        Map<String, Object> book(@PathVariable int number, @RequestParam int limit, Positions atLeast) {
            return Map.of("waitedFor", atLeast.values(), "number", number, "limit", limit);
        }

        @GetMapping("/branches/{code}/shelf")
        List<String> shelf(Caller caller, @PathVariable String code) {
            if (!caller.is("branch:" + code)) {
                throw Refusal.notFound();
            }
            return List.of("Atlas");
        }

        @GetMapping("/broken/store")
        Mono<String> store() {
            return Mono.error(new StoreUnavailable("connection to 10.0.0.7 lost", new IllegalStateException()));
        }

        @GetMapping("/broken/code")
        Mono<String> code() {
            return Mono.error(new IllegalStateException("secret inner thing"));
        }
    }
}
