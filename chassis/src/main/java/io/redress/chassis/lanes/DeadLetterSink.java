package io.redress.chassis.lanes;

import java.util.List;

/** Where events go that a service refuses. */
public interface DeadLetterSink {

    /**
     * Keeps a refused event. Returns when it is safe.
     *
     * @throws RuntimeException where it could not be kept; the caller has the event delivered again
     */
    void refuse(IncomingEvent event, String code, String reason);

    /**
     * The same for many, in this order; whoever can keep them together does, because outsiders may send nonsense in
     * floods.
     */
    default void keep(List<Refused> refused) {
        refused.forEach(it -> refuse(it.event(), it.code(), it.reason()));
    }
}
