package io.redress.contracts;

/** How much is at stake in a complaint, mildest first. */
public enum Severity {
    /** Nothing is lost if it takes its time: praise, a question, a wish. */
    LOW,
    /** An ordinary complaint. */
    MEDIUM,
    /** Much money, a deadline, the law, the public or a valued customer. */
    HIGH,
    /** Somebody may be harmed, or many are hit at once. */
    CRITICAL
}
