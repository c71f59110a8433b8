package io.redress.intake.domain;

/**
 * A person has found out what became of a message that a carrier may have.
 *
 * @param arrived whether the customer has it; if not it is given to a carrier once more, under the same id
 * @param reason how it is known
 */
public record SettleUnknown(String messageId, boolean arrived, String reason, String by) implements IntakeCommand {}
