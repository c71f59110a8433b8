package io.redress.chassis.store;

/** The store cannot be reached or did not answer in time. Whether a write happened is unknown. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
