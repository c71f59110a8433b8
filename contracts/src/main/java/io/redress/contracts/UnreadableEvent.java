package io.redress.contracts;

/**
 * A payload that is not what it says it is. Its message is a sentence for the dead-letter topic; it never repeats the
 * customer's words. Without a stack trace, because it is the sender's mistake and may come in floods.
 */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    UnreadableEvent(String what, String pointer, String reason) {
        super(what + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + reason, null, false, false);
        this.pointer = pointer;
    }

    /** JSON Pointer to the field at fault; empty where the whole payload is. */
    public String pointer() {
        return pointer;
    }
}
