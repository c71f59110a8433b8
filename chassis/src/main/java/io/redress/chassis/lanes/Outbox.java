package io.redress.chassis.lanes;

import io.redress.chassis.store.PendingEvent;
import java.util.List;

/** Takes stored events to the outside. Losing what it is given costs time, not data: the store still has it. */
public interface Outbox {

    /** Publishes events just stored, in order. Never blocks for long and never fails. */
    void publish(List<PendingEvent> events);

    /** False while too many events wait to be published: then nothing new is to be accepted. */
    boolean hasRoom();
}
