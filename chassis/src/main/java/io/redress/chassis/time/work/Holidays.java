package io.redress.chassis.time.work;

import java.time.LocalDate;

/** The days on which nobody works although the week says so. */
@FunctionalInterface
public interface Holidays {

    /** No such days. */
    Holidays NONE = _ -> false;

    /** Whether nobody works on this day; asked often, so it must not take long, and the same day is always answered alike. */
    boolean on(LocalDate day);

    /** The days of both. */
    default Holidays and(Holidays more) {
        return day -> on(day) || more.on(day);
    }
}
