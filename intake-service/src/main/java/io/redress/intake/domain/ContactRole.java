package io.redress.intake.domain;

/** What a contact is in the customer's organisation (R145). */
public enum ContactRole {
    DECISION_MAKER,
    OPERATIONAL
}
