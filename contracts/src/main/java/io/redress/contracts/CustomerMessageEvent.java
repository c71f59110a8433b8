package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer is told, on topic {@link Topics#CUSTOMER_MESSAGES}. Intake is its only writer: one voice. */
public sealed interface CustomerMessageEvent extends CaseEvent {

    /**
     * A message is ready to be sent. Its id is deterministic and goes to the provider as idempotency key.
     *
     * @param kind {@code acknowledgement}, {@code holding}, {@code clarification}, {@code understood-anew}, {@code still-working},
     *     {@code takes-longer}, {@code promise-slips}, {@code proposal}, {@code failure-disclosed}, {@code offered-instead},
     *     {@code reminder}, {@code execution-started}, {@code choice-goes-on}, {@code executed}, {@code closed},
     *     {@code survey}; more may follow
     * @param citing id of the event it follows from
     * @param tone on the scale {@code very-empathetic}, {@code empathetic}, {@code neutral}, {@code firm},
     *     {@code very-firm} (R21)
     * @param toneReason why this tone, as a code, for example {@code our-fault}
     * @param formality {@code formal} or {@code informal}, as the contact wishes it (R145)
     * @param templateVersion names the exact text that was used
     * @param uses the claims that it repeats; empty where it states none
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
            Instant composedAt,
            @Nullable String tone,
            @Nullable String toneReason,
            @Nullable String formality,
            @Nullable String templateVersion,
            @Nullable List<String> uses)
            implements CustomerMessageEvent {
        public CustomerMessageComposed {
            uses = uses == null ? null : List.copyOf(uses);
        }

        /** A message of which nothing is said but what it says. */
        public CustomerMessageComposed(
                CaseId caseId,
                String messageId,
                String kind,
                String customerReference,
                String channel,
                String language,
                String subject,
                String body,
                String citing,
                Instant composedAt) {
            this(
                    caseId,
                    messageId,
                    kind,
                    customerReference,
                    channel,
                    language,
                    subject,
                    body,
                    citing,
                    composedAt,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * Somebody has found an error in a text that a customer of this case was sent.
     *
     * @param reportId names the report; derived from the case
     * @param messageId which message; absent where only the case is known
     * @param kind of the message, where known
     * @param where in the text it is
     * @param what is wrong
     * @param reportedBy the client that reported it
     */
    @WireName("redress.messages.text-error-reported.v1")
    record TextErrorReported(
            CaseId caseId,
            String reportId,
            @Nullable String messageId,
            @Nullable String kind,
            String language,
            String where,
            String what,
            String reportedBy,
            Instant reportedAt)
            implements CustomerMessageEvent {
        public TextErrorReported {
            Bounds.text("a place in where", where, Limits.TITLE);
            Bounds.text("words in what", what, Limits.NOTE);
        }
    }

    /** A reported error has been dealt with; {@code how} says what was done. */
    @WireName("redress.messages.text-error-resolved.v1")
    record TextErrorResolved(CaseId caseId, String reportId, String how, String by, Instant resolvedAt)
            implements CustomerMessageEvent {
        public TextErrorResolved {
            Bounds.text("words in how", how, Limits.NOTE);
        }
    }

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

    /**
     * Somebody has found out about a message of which nobody knew whether it had arrived. One that had not is given to a
     * provider once more, under the same id; another event follows.
     *
     * @param outcome {@code delivered} or {@code not-delivered}
     * @param by who found out
     * @param reason how it is known
     */
    @WireName("redress.messages.message-settled.v1")
    record MessageSettled(
            CaseId caseId, String messageId, String kind, String outcome, String by, Instant at, String reason)
            implements CustomerMessageEvent {
        public MessageSettled {
            Bounds.text("words in reason", reason, Limits.NOTE);
        }
    }
}
