package io.redress.chassis.lanes;

/** Where events go that a service refuses. */
public interface DeadLetterSink {

    /**
     * Keeps a refused event. Returns when it is safe.
     *
     * @throws RuntimeException where it could not be kept; the caller tries the whole batch again
     */
    void refuse(IncomingEvent event, String code, String reason);
}
