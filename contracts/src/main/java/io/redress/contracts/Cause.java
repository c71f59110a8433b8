package io.redress.contracts;

/** Why the customer is dissatisfied, beneath the words (R3). */
public enum Cause {
    SERVICE_FAILURE,
    MISUNDERSTANDING,
    VENTING,
    PRODUCT_FAULT,
    UNMET_NEED,
    THIRD_PARTY,
    /** Praise or a question: heard and answered, but not a complaint. */
    NO_COMPLAINT,
    UNKNOWN
}
