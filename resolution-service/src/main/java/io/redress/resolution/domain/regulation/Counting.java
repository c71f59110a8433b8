package io.redress.resolution.domain.regulation;

/** Which days count. */
public enum Counting {
    /** Monday to Friday without public holidays. */
    WORKING_DAYS,
    /** Each. */
    CALENDAR_DAYS
}
