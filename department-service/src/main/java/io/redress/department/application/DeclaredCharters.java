package io.redress.department.application;

import io.redress.chassis.declare.DeclaredFile;
import io.redress.chassis.time.PublicHolidays;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.department.domain.Charter;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code charters.yaml}. */
public final class DeclaredCharters {
    private DeclaredCharters() {}

    /**
     * The charters in a file.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be
     */
    public static List<DeclaredCharter> read(String name, InputStream yaml) {
        List<DeclaredCharter> declared =
                DeclaredFile.read(name, yaml, Wire.mapper(), ChartersFile.class).charters();
        Set<DepartmentCode> seen = new HashSet<>();
        for (DeclaredCharter charter : declared) {
            if (!seen.add(charter.department())) {
                throw new IllegalArgumentException("In " + name + ": Expected one charter for each department, but "
                        + charter.department() + " has two");
            }
            try {
                Charter.of(charter.department(), 1, charter.content(), PublicHolidays::of);
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(
                        "In " + name + ", in the charter of " + charter.department() + ": " + wrong.getMessage(),
                        wrong);
            }
        }
        return declared;
    }

    private record ChartersFile(List<DeclaredCharter> charters) {}
}
