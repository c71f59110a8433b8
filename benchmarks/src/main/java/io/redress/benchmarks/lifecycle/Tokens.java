package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens by role, as {@code standalone --tokens FILE} writes them. */
public final class Tokens {
    private final Map<String, String> byRole;

    public Tokens(Map<String, String> byRole) {
        this.byRole = Map.copyOf(byRole);
    }

    /** Reads the file. */
    public static Tokens read(Path file) {
        try {
            return new Tokens(JsonMapper.shared().readValue(Files.readAllBytes(file), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new CannotRun(
                    "Expected a file of tokens, but " + file
                            + " cannot be read. The standalone writes it with --tokens.",
                    e);
        } catch (JacksonException e) {
            throw new CannotRun(
                    "Expected a JSON object of role and token in " + file + ", but got " + e.getOriginalMessage() + ".",
                    e);
        }
    }

    /** The token of that role. */
    public String of(String role) {
        String token = byRole.get(role);
        if (token == null) {
            throw new CannotRun("Expected a token for the role " + role + ", but the file has only those of "
                    + byRole.keySet() + ".");
        }
        return token;
    }

    /** The token of the first of these roles that has one. */
    public String ofFirst(String... roles) {
        for (String role : roles) {
            if (byRole.containsKey(role)) {
                return of(role);
            }
        }
        return of(roles[roles.length - 1]);
    }
}
