package io.redress.chassis.http;

/**
 * A request body that knows what it must look like. It is checked while it is read, together with unknown fields, so an
 * endpoint only ever sees a valid one and the caller gets all reasons at once.
 */
public interface Checked {

    /** Notes everything that is wrong; pointers are relative to this object. */
    void check(Checks checks);
}
