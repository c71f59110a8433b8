package io.redress.chassis.http;

import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebExceptionHandler;

/**
 * What every service speaks over HTTP; import it. Strict JSON in and out, problem details for every error, and endpoint
 * parameters of the types {@link IdempotencyKey}, {@link ExpectedRevision} and {@link Positions} (what a read waits
 * for).
 */
@Configuration(proxyBeanMethods = false)
public class WebAnswers {
    private static final int AFTER_THE_DEFAULTS = 100;

    @Bean
    @Order(AFTER_THE_DEFAULTS)
    CodecCustomizer strictJson() {
        return codecs -> {
            codecs.defaultCodecs().maxInMemorySize(Refusals.MAX_BODY_BYTES);
            codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder());
            codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(StrictJson.mapper()));
        };
    }

    @Bean
    WebExceptionHandler answerWithProblems() {
        return new AnswerWithProblems();
    }

    @Bean
    NettyServerCustomizer keepReading() {
        return new KeepReading();
    }

    /** For addresses that no honest client writes, such as those with an encoded slash. */
    @Bean
    ServerExchangeRejectedHandler refuseOddRequests() {
        return (exchange, _) -> ProblemWriter.write(
                exchange, Refusal.unreadable("Expected an address without encoded or doubled separators."));
    }

    @Bean
    WebFluxConfigurer parametersFromHeaders() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(
                        new FromRequest<>(IdempotencyKey.class, IdempotencyKey::from),
                        new FromRequest<>(ExpectedRevision.class, ExpectedRevision::from),
                        new FromRequest<>(Positions.class, Positions::atLeast));
            }
        };
    }
}
