package io.redress.routing.domain;

import io.redress.routing.application.DeclaredRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The declared rules as they ship. */
final class Shipped {
    static final Departments DEPARTMENTS = DeclaredRules.departments("departments.yaml", open("/departments.yaml"));
    static final RoutingTable TABLE = table(Industry.BOTH);

    private Shipped() {}

    static RoutingTable table(Industry profile) {
        try (InputStream yaml = open("/routing-rules.yaml")) {
            return DeclaredRules.table("routing-rules.yaml", yaml, DEPARTMENTS, profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Shipped.class.getResourceAsStream(file), file);
    }
}
