package io.redress.chassis.lanes;

/** More work is waiting than this instance should hold; the caller may try again shortly. Nothing has happened. */
public final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overloaded(String message) {
        super(message, null, false, false);
    }
}
