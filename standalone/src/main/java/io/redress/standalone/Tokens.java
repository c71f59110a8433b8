package io.redress.standalone;

import io.redress.chassis.security.LocalIssuer;
import io.redress.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Ready tokens of demo users, one per role, so that a visitor can call everything at once. */
record Tokens(Map<String, String> byRole) {
    static final String FRONTLINE = "frontline";
    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final List<String> ROLES =
            List.of(FRONTLINE, "consultant", "supervisor", "auditor", "department-system");

    /** @param departments codes; each gets the role {@code department:<code>} */
    static Tokens issue(LocalIssuer issuer, List<String> departments) {
        Map<String, String> byRole = new LinkedHashMap<>();
        ROLES.forEach(role -> byRole.put(role, token(issuer, role)));
        departments.stream().map("department:"::concat).forEach(role -> byRole.put(role, token(issuer, role)));
        return new Tokens(byRole);
    }

    private static String token(LocalIssuer issuer, String role) {
        return issuer.token("demo-" + role.replace(':', '-'), List.of(role), VALIDITY);
    }

    String of(String role) {
        String token = byRole.get(role);
        if (token == null) {
            throw new IllegalArgumentException("Expected one of " + byRole.keySet() + ", but got " + role);
        }
        return token;
    }

    /**
     * As JSON, role to token, readable by the owner only: whoever has a token is that user.
     *
     * @throws StartFailure if it cannot be written
     */
    void write(Path file) {
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(byRole);
        try {
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, json);
        } catch (IOException refused) {
            throw new StartFailure(
                    "The tokens cannot be written to %s; choose another file with --tokens."
                            .formatted(file.toAbsolutePath()),
                    refused);
        }
    }
}
