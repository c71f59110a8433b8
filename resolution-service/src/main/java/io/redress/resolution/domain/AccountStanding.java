package io.redress.resolution.domain;

/** How far an affected account is, as whoever watches an outage counts it. */
public enum AccountStanding {
    /** It is to receive its remedy, and nobody has said that it has. */
    WANTED,
    /** It was ordered, and when asked nobody knew what became of it. */
    UNKNOWN,
    /** It has its remedy, and the case that tells it has not heard. */
    REMEDIED,
    /** It has its remedy, and that was said. */
    TOLD,
    /** What its customer has chosen takes the place of the remedy. */
    CHOSEN,
    /** It will not receive it. */
    REFUSED
}
