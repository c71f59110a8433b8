package io.redress.contracts;

import java.time.Instant;

/** What the customer is told, on topic {@link Topics#CUSTOMER_MESSAGES}. Intake is its only writer: one voice. */
public sealed interface CustomerMessageEvent extends CaseEvent {

    /**
     * A message is ready to be sent. Its id is deterministic and goes to the provider as idempotency key.
     *
     * @param kind {@code acknowledgement}, {@code proposal}, {@code reminder}, {@code execution-started},
     *     {@code executed}, {@code closed}, {@code survey}
     * @param citing id of the event it follows from
     */
    @WireName("redress.messages.customer-message-composed.v1")
    record CustomerMessageComposed(
            CaseId caseId,
            String messageId,
            String kind,
            String customerReference,
            String channel,
            String language,
            String subject,
            String body,
            String citing,
            Instant composedAt)
            implements CustomerMessageEvent {}
}
