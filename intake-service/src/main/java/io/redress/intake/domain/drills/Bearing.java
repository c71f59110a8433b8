package io.redress.intake.domain.drills;

/** How somebody bears hostile words. */
public enum Bearing {
    /** There were none, on either side. */
    NOT_TESTED,
    /** Answered without hostility, with feelings seen or a step named, and with nothing that makes it worse. */
    HANDLED,
    /** Answered without hostility, but with nothing that helps, or with something that makes it worse. */
    PASSED_OVER,
    /** Answered in kind. */
    MIRRORED
}
