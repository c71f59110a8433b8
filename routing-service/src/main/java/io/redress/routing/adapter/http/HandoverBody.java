package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which consultant should answer for a case, and why.
 *
 * @param to the consultant's id
 */
record HandoverBody(@Nullable String to, @Nullable String reason) implements Checked {
    private static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,199}");

    @Override
    public void check(Checks checks) {
        checks.required("/to", to).required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
        consultant(checks, "/to", to);
    }

    String consultant() {
        return Objects.requireNonNull(to);
    }

    String why() {
        return Objects.requireNonNull(reason);
    }

    private static void consultant(Checks checks, String pointer, @Nullable String id) {
        checks.matches(pointer, id, ID, "the id of a consultant, at most 200 characters in one line");
    }

    /**
     * What a consultant says to a case that is offered.
     *
     * @param answer {@code accept} or {@code decline}
     * @param reason why it is declined
     * @param rightOwner the consultant whose it rather is, if anybody's
     */
    record Reply(
            @Nullable String answer,
            @Nullable String reason,
            @Nullable String rightOwner) implements Checked {
        private static final String ACCEPT = "accept";
        private static final String DECLINE = "decline";

        @Override
        public void check(Checks checks) {
            checks.required("/answer", answer)
                    .oneOf("/answer", answer, List.of(ACCEPT, DECLINE))
                    .length("/reason", reason, 1, Limits.NOTE);
            if (DECLINE.equals(answer)) {
                checks.required("/reason", reason);
            }
            consultant(checks, "/rightOwner", rightOwner);
        }

        boolean accepts() {
            return ACCEPT.equals(answer);
        }

        String why() {
            return Objects.requireNonNull(reason);
        }
    }
}
