package io.redress.contracts;

/**
 * What an option needs of something that there is only so much of.
 *
 * @param resource name of a stock, a budget or a calendar of appointments
 * @param quantity in the resource's own unit; a plain decimal above zero
 */
public record Reserve(String resource, String quantity) {
    public Reserve {
        Bounds.text("a resource", resource, Limits.KEY);
        Bounds.quantity(quantity);
    }
}
