package io.redress.intake.domain;

/** What the post office tells about a message that it carries. */
public sealed interface DeliveryCommand extends IntakeCommand {
    /** The message's id; one that is settled or unknown needs nothing more. */
    String messageId();

    /** Who carries it. */
    String carrier();

    /** Whether the carrier knows messages by their id, so that giving one again is harmless. */
    boolean knowsIds();

    /**
     * The message is about to be given to a carrier. Only who gets {@link DeliveryFact.HandedOver} for it may do so.
     */
    record HandOver(String messageId, String carrier, boolean knowsIds) implements DeliveryCommand {}

    /** A carrier has answered. */
    record NoteReceipt(String messageId, String carrier, boolean knowsIds, Receipt receipt)
            implements DeliveryCommand {}
}
