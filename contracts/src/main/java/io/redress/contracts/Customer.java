package io.redress.contracts;

/**
 * Whom the case is about, as far as other services need to know. How to reach the person stays with intake.
 *
 * @param reference the company's own customer number
 * @param tier standard or VIP
 */
public record Customer(String reference, Tier tier) {
    /** How much attention the customer has been promised. */
    public enum Tier {
        STANDARD,
        VIP
    }
}
