package io.redress.contracts;

/** Whether a remedy waits for the customer's approval (R110, R111). */
public enum ExecutionMode {
    /** The customer chooses, then it is done. */
    APPROVE_FIRST,
    /** It is done for everybody at once, and the customer is told after that. */
    EXECUTE_FIRST
}
