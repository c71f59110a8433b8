package io.redress.chassis.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls: an endpoint gets it as a parameter.
 *
 * @param subject the client's id
 * @param roles as the token's claim {@code roles} lists them, literally
 */
public record Caller(String subject, Set<String> roles) {
    private static final String DEPARTMENT = "department:";
    private static final int MAX_ROLES = 100;

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Reads the claims; what is not a list of texts counts as no role. */
    public static Caller from(Jwt token) {
        return new Caller(subject(token), roles(token.getClaims().get("roles")));
    }

    /**
     * Whether the caller has a role.
     *
     * @param role literally, or with {@code *} after a colon for any of its kind, as in {@code department:*}
     */
    public boolean is(String role) {
        if (!role.endsWith(":*")) {
            return roles.contains(role);
        }
        String kind = role.substring(0, role.length() - 1);
        return roles.stream().anyMatch(it -> it.startsWith(kind));
    }

    /** Whether the caller has at least one of these roles; see {@link #is}. */
    public boolean isAny(String... wanted) {
        for (String role : wanted) {
            if (is(role)) {
                return true;
            }
        }
        return false;
    }

    /** The codes of the departments the caller belongs to. */
    public Set<String> departments() {
        return roles.stream()
                .filter(it -> it.startsWith(DEPARTMENT))
                .map(it -> it.substring(DEPARTMENT.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new IllegalStateException("Expected a checked token, which has a subject");
        }
        return subject;
    }

    private static Set<String> roles(@Nullable Object claim) {
        if (!(claim instanceof List<?> list)) {
            return Set.of();
        }
        return list.stream()
                .limit(MAX_ROLES)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
