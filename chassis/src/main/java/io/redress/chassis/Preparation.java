package io.redress.chassis;

/** What a service has to do before it listens, answers calls and keeps deadlines. */
@FunctionalInterface
public interface Preparation {

    /** Returns when it is done; the service starts no sooner, and not at all where it fails. */
    void prepare();
}
