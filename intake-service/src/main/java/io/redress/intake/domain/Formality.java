package io.redress.intake.domain;

/** How a contact wishes to be addressed (R145). */
public enum Formality {
    FORMAL,
    INFORMAL
}
