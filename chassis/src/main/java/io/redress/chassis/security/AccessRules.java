package io.redress.chassis.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what in a service, as a list that reads aloud; the first rule that fits a request counts. What no rule
 * names is denied. Whether a case is the caller's own is not decided here but where the case is known.
 *
 * <pre>{@code
 * AccessRules.denyAll()
 *         .allow(HttpMethod.POST, "/api/v1/complaints", "frontline", "consultant")
 *         .allow(HttpMethod.GET, "/api/v1/departments/{code}/worklist", "department:*", "supervisor");
 * }</pre>
 */
public final class AccessRules {
    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Nothing is allowed yet. */
    public static AccessRules denyAll() {
        return new AccessRules(List.of());
    }

    /**
     * Allows a method at addresses that match a path pattern, for callers with at least one of the roles.
     *
     * @param roles as in {@link Caller#is}; none given means any caller with a valid token
     */
    public AccessRules allow(HttpMethod method, String pattern, String... roles) {
        return with(new Rule(method, PathPatternParser.defaultInstance.parse(pattern), false, List.of(roles)));
    }

    /** Allows any method there, for anybody with a valid token. */
    public AccessRules allowAuthenticated(String pattern) {
        return with(new Rule(null, PathPatternParser.defaultInstance.parse(pattern), false, List.of()));
    }

    /** Allows reading there without a token. */
    public AccessRules open(String pattern) {
        return with(new Rule(HttpMethod.GET, PathPatternParser.defaultInstance.parse(pattern), true, List.of()));
    }

    /**
     * With the rules that somebody else adds, after those that are there.
     *
     * @param more answers the rules that it is given with its own behind them
     */
    public AccessRules including(UnaryOperator<AccessRules> more) {
        return more.apply(this);
    }

    boolean isOpen(ServerHttpRequest request) {
        Rule rule = ruleFor(request);
        return rule != null && rule.open();
    }

    boolean permits(ServerHttpRequest request, Caller caller) {
        Rule rule = ruleFor(request);
        return rule != null
                && (rule.open()
                        || rule.roles().isEmpty()
                        || rule.roles().stream().anyMatch(caller::is));
    }

    private @Nullable Rule ruleFor(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        for (Rule rule : rules) {
            if ((rule.method() == null || rule.method().equals(request.getMethod()))
                    && rule.pattern().matches(path)) {
                return rule;
            }
        }
        return null;
    }

    private AccessRules with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new AccessRules(List.copyOf(more));
    }

    private record Rule(@Nullable HttpMethod method, PathPattern pattern, boolean open, List<String> roles) {}
}
