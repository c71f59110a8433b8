package io.redress.standalone.toy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers with its own name. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ToyApplication {
    @Bean
    RouterFunction<ServerResponse> name(@Value("${spring.application.name}") String name) {
        return RouterFunctions.route()
                .GET("/name", request -> ServerResponse.ok().bodyValue(name))
                .build();
    }

    @Bean
    SecurityWebFilterChain open(ServerHttpSecurity http) {
        return http.authorizeExchange(it -> it.anyExchange().permitAll()).build();
    }
}
