package io.redress.chassis.lanes;

import java.util.Set;

/**
 * What a service does about the events of one topic: it translates them into its own commands.
 *
 * @param <C> the service's command
 */
public interface Reaction<C> {

    /** The topic listened to. */
    String topic();

    /**
     * The wire names that matter. Others are passed over by their header, without being read; empty for topics of
     * outsiders, whose messages carry no wire name and are all read.
     */
    Set<String> types();

    /**
     * The command that follows from an event.
     *
     * @throws RuntimeException where the content cannot be understood; its message is the reason in the dead-letter
     *     topic
     */
    C command(IncomingEvent event);

    /** Whether this event is to be read. */
    default boolean concerns(IncomingEvent event) {
        return types().isEmpty() || types().contains(event.type());
    }
}
