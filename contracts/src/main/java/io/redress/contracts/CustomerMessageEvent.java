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

    /**
     * The provider has the message. It was given under its id, however often that took.
     *
     * @param provider what carried it: {@code webhook}, {@code smtp}, {@code file}; more may come
     * @param attempts how often it was tried, this time included
     */
    @WireName("redress.messages.message-sent.v1")
    record MessageSent(CaseId caseId, String messageId, String kind, String provider, int attempts, Instant at)
            implements CustomerMessageEvent {}

    /**
     * The message will not reach the customer: it was refused, or not taken in time.
     *
     * @param reason a sentence without the message and without anything about the customer
     */
    @WireName("redress.messages.message-refused.v1")
    record MessageRefused(
            CaseId caseId, String messageId, String kind, String provider, int attempts, Instant at, String reason)
            implements CustomerMessageEvent {}

    /**
     * It was handed over, and nobody knows whether it arrived. Where the provider knows messages by their id it is asked
     * again and another event follows; where it does not, the message is not repeated.
     *
     * @param reason a sentence without the message and without anything about the customer
     */
    @WireName("redress.messages.message-unknown.v1")
    record MessageUnknown(
            CaseId caseId, String messageId, String kind, String provider, int attempts, Instant at, String reason)
            implements CustomerMessageEvent {}
}
