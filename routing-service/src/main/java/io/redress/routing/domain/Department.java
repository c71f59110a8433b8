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
 * @param exclusively natures that nobody else leads; the check holds the routing table to it
 * @param presence when it is there, and who is asked when it is silent
 * @param offerAnswerHours within how many hours it says whether it takes over what it is offered, 1 to 2,000; absent for 8
 */
public record Department(
        DepartmentCode code,
        String name,
        List<String> handles,
        int answerHours,
        List<String> exclusively,
        Presence presence,
        @Nullable Integer offerAnswerHours) {
    private static final int MOST_HOURS = 2_000;
    private static final int USUAL_OFFER_HOURS = 8;

    public Department(
            DepartmentCode code,
            String name,
            List<String> handles,
            int answerHours,
            @Nullable List<String> exclusively,
            @Nullable Presence presence,
            @Nullable Integer offerAnswerHours) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Expected a name for the department " + code + ", but got none");
        }
        if (answerHours < 1 || answerHours > MOST_HOURS) {
            throw new IllegalArgumentException("Expected answerHours of 1 to " + MOST_HOURS + " for the department "
                    + code + ", but got " + answerHours);
        }
        if (offerAnswerHours != null && (offerAnswerHours < 1 || offerAnswerHours > MOST_HOURS)) {
            throw new IllegalArgumentException("Expected offerAnswerHours of 1 to " + MOST_HOURS
                    + " for the department " + code + ", but got " + offerAnswerHours);
        }
        this.code = code;
        this.name = name;
        this.handles = List.copyOf(handles);
        this.answerHours = answerHours;
        this.exclusively = exclusively == null ? List.of() : List.copyOf(exclusively);
        this.presence = presence == null ? Presence.DEFAULT : presence;
        this.offerAnswerHours = offerAnswerHours;
    }

    /** One that is always there. */
    public Department(
            DepartmentCode code,
            String name,
            List<String> handles,
            int answerHours,
            @Nullable List<String> exclusively) {
        this(code, name, handles, answerHours, exclusively, null, null);
    }

    /** One that is always there and claims nothing for itself alone. */
    public Department(DepartmentCode code, String name, List<String> handles, int answerHours) {
        this(code, name, handles, answerHours, null, null, null);
    }

    Duration answer() {
        return Duration.ofHours(answerHours);
    }

    int offerHours() {
        return offerAnswerHours == null ? USUAL_OFFER_HOURS : offerAnswerHours;
    }
}
