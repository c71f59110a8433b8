package io.redress.department.application;

import io.redress.chassis.declare.DeclaredFile;
import io.redress.contracts.Wire;
import io.redress.department.domain.Charters;
import java.io.InputStream;
import java.util.List;

/** Reads {@code charters.yaml}. */
public final class DeclaredCharters {
    private DeclaredCharters() {}

    /**
     * The charters in a file.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be
     */
    public static Charters read(String name, InputStream yaml) {
        return new Charters(
                DeclaredFile.read(name, yaml, Wire.mapper(), ChartersFile.class).charters());
    }

    private record ChartersFile(List<Charters.Charter> charters) {}
}
