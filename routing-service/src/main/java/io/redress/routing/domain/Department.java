package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered department. Data, not code: a further one is a block in {@code departments.yaml} (R71).
 *
 * @param name as people call it
 * @param handles natures of complaints that are its own
 * @param answerHours within how many hours it answers, 1 to 2,000
 * @param exclusively natures that nobody else leads; the check holds the routing table to it
 */
public record Department(
        DepartmentCode code, String name, List<String> handles, int answerHours, List<String> exclusively) {
    private static final int MOST_HOURS = 2_000;

    public Department(
            DepartmentCode code,
            String name,
            List<String> handles,
            int answerHours,
            @Nullable List<String> exclusively) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Expected a name for the department " + code + ", but got none");
        }
        if (answerHours < 1 || answerHours > MOST_HOURS) {
            throw new IllegalArgumentException("Expected answerHours of 1 to " + MOST_HOURS + " for the department "
                    + code + ", but got " + answerHours);
        }
        this.code = code;
        this.name = name;
        this.handles = List.copyOf(handles);
        this.answerHours = answerHours;
        this.exclusively = exclusively == null ? List.of() : List.copyOf(exclusively);
    }

    /** One that claims nothing for itself alone. */
    public Department(DepartmentCode code, String name, List<String> handles, int answerHours) {
        this(code, name, handles, answerHours, null);
    }
}
