package io.redress.chassis.lanes;

import java.util.List;

/** Where events go that a service refuses. */
public interface DeadLetterSink {

    /**
     * Keeps refused events, in this order. Returns when they are safe.
     *
     * @throws RuntimeException where one could not be kept; the caller has the events delivered again
     */
    void keep(List<Refused> refused);
}
