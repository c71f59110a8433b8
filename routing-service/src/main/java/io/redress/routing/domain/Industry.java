package io.redress.routing.domain;

/** What the company makes; decides between development and manufacturing with quality control (R39). */
public enum Industry {
    SOFTWARE,
    GOODS,
    BOTH;

    /** Whether a row for {@code rows} counts in a company of this profile. */
    boolean includes(Industry rows) {
        return this == BOTH || rows == BOTH || this == rows;
    }
}
