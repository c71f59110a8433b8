package io.redress.intake.domain;

/** What was said between the customer and the front desk after the complaint. */
public record Conversation() {
    static final Conversation NONE = new Conversation();
}
