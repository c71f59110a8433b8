package io.redress.chassis.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the token from the header {@code Authorization} (RFC 6750, section 2.1) and from nowhere else. One pass over the
 * characters: the library's expression was the dearest single piece of a request.
 */
final class BearerToken implements ServerAuthenticationConverter {
    private static final String SCHEME = "Bearer ";
    private static final String PUNCTUATION = "-._~+/";

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.empty();
        }
        String token = header.substring(SCHEME.length());
        return isToken68(token)
                ? Mono.just(new BearerTokenAuthenticationToken(token))
                : Mono.error(new InvalidBearerTokenException("Expected a bearer token of the form token68"));
    }

    /** RFC 9110, section 11.2: letters, digits and some punctuation, then any number of equals signs. */
    private static boolean isToken68(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = token.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return end > 0;
    }
}
