package io.redress.intake.domain;

/** The six steps. A map, not a railway: a case may go back, each time with an event that says why (R12). */
public enum Step {
    IDENTIFY,
    RESPOND,
    COORDINATE,
    PROPOSE,
    EXECUTE,
    LEARN
}
