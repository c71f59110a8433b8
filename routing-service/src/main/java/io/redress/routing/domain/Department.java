package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered department. Data, not code: a further one is a block in {@code departments.yaml} (R71).
 *
 * @param name as people call it
 * @param handles natures of complaints that are its own
 * @param answerHours within how many of its working hours it answers, 1 to 2,000
 * @param presence when it is there, and who is asked when it is silent; absent for the defaults
 */
public record Department(
        DepartmentCode code,
        String name,
        List<String> handles,
        int answerHours,
        @Nullable Presence presence) {
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

    /** One that is always there and of which nothing else is declared. */
    public Department(DepartmentCode code, String name, List<String> handles, int answerHours) {
        this(code, name, handles, answerHours, null);
    }

    /** When it is there, with the defaults for what is not declared. */
    Presence present() {
        return presence == null ? Presence.DEFAULT : presence;
    }

    Duration answer() {
        return Duration.ofHours(answerHours);
    }
}
