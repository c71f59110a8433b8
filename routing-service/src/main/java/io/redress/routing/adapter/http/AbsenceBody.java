package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.Party;
import io.redress.routing.domain.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody will not be there.
 *
 * @param party {@code consultant:<id>} or {@code department:<code>}
 * @param deputy the same, who acts meanwhile
 */
record AbsenceBody(
        @Nullable String party,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String deputy,
        @Nullable String reason)
        implements Checked {
    private static final Pattern WHO =
            Pattern.compile("consultant:[A-Za-z0-9._@-]{1,150}|department:[a-z][a-z-]{1,30}");
    private static final String FORM = "consultant:<id> or department:<code>";
    private static final Duration LONGEST = Duration.ofDays(400);

    @Override
    public void check(Checks checks) {
        checks.required("/party", party)
                .matches("/party", party, WHO, FORM)
                .required("/deputy", deputy)
                .matches("/deputy", deputy, WHO, FORM)
                .that(deputy == null || !deputy.equals(party), "/deputy", "Expected somebody else, but got the same.")
                .required("/from", from)
                .required("/until", until)
                .length("/reason", reason, 1, Limits.NOTE);
        if (from != null && until != null) {
            checks.that(until.isAfter(from), "/until", "Expected an instant after from, but it is not.")
                    .that(
                            !until.isAfter(from.plus(LONGEST)),
                            "/until",
                            "Expected an absence of at most " + LONGEST.toDays() + " days, but it is longer.");
        }
    }

    Party absent() {
        return new Party(Objects.requireNonNull(party));
    }

    Party standIn() {
        return new Party(Objects.requireNonNull(deputy));
    }

    Absence absence(String id, String by, Instant now) {
        return new Absence(
                id, absent(), Objects.requireNonNull(from), Objects.requireNonNull(until), standIn(), reason, by, now);
    }
}
