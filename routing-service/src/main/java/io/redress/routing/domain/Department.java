package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;

/**
 * A registered department. Data, not code: a further one is a block in {@code departments.yaml} (R71).
 *
 * @param name as people call it
 * @param handles natures of complaints that are its own
 * @param answerHours within how many hours it answers, 1 to 2,000
 */
public record Department(DepartmentCode code, String name, List<String> handles, int answerHours) {
    private static final int MOST_HOURS = 2_000;

    public Department {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Expected a name for the department " + code + ", but got none");
        }
        if (answerHours < 1 || answerHours > MOST_HOURS) {
            throw new IllegalArgumentException("Expected answerHours of 1 to " + MOST_HOURS + " for the department "
                    + code + ", but got " + answerHours);
        }
        handles = List.copyOf(handles);
    }
}
