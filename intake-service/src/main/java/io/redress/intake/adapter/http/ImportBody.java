package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.intake.domain.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import: a complaint with its number and its time in the other system.
 *
 * @param receivedAt when the customer said it
 * @param status {@code open} or {@code closed} there; open where it is absent
 * @param closedAt when it was closed there
 * @param outcome how it ended there, in a few words
 */
record ImportBody(
        ComplaintBody.@Nullable CustomerBody customer,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String text,
        @Nullable String clientReference,
        @Nullable String onBehalfOf,
        @Nullable EmailBody email,
        @Nullable List<AttachmentBody> attachments,
        @Nullable Instant receivedAt,
        @Nullable String status,
        @Nullable Instant closedAt,
        @Nullable String outcome)
        implements Checked {
    private static final String CLOSED = "closed";
    private static final List<String> STATUSES = List.of("open", CLOSED);

    @Override
    public void check(Checks checks) {
        complaint().check(checks);
        checks.required("/clientReference", clientReference)
                .required("/receivedAt", receivedAt)
                .that(
                        receivedAt == null || !receivedAt.isBefore(Instant.EPOCH),
                        "/receivedAt",
                        "Expected an instant since 1970, but got " + receivedAt + ".")
                .oneOf("/status", status, STATUSES)
                .length("/outcome", outcome, 1, Limits.NOTE);
        if (CLOSED.equals(status)) {
            checks.required("/closedAt", closedAt)
                    .that(
                            closedAt == null || receivedAt == null || !closedAt.isBefore(receivedAt),
                            "/closedAt",
                            "Expected an instant not before receivedAt, but got " + closedAt + ".");
        } else {
            checks.that(closedAt == null, "/closedAt", "Expected none, since the status is not closed.")
                    .that(outcome == null, "/outcome", "Expected none, since the status is not closed.");
        }
    }

    /** History has happened: nothing in it lies ahead. */
    void checkPast(Checks checks, Instant now) {
        checks.that(
                        receivedAt == null || !receivedAt.isAfter(now),
                        "/receivedAt",
                        "Expected an instant in the past, but got " + receivedAt + ".")
                .that(
                        closedAt == null || !closedAt.isAfter(now),
                        "/closedAt",
                        "Expected an instant in the past, but got " + closedAt + ".");
    }

    ComplaintBody complaint() {
        return new ComplaintBody(
                customer, channel, language, text, clientReference, onBehalfOf, email, attachments, null, null);
    }

    /** The line's number in the other system; only for a checked body. */
    String number() {
        return Objects.requireNonNull(clientReference);
    }

    Origin.Imported history(Instant now) {
        return new Origin.Imported(now, closedAt, outcome);
    }
}
