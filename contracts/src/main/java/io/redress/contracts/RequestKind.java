package io.redress.contracts;

/** What a request asks of a department (R57): to know, to solve, to carry out a step of a chosen solution, to clear it. */
public enum RequestKind {
    INFORMATION,
    SOLUTION,
    EXECUTION,
    APPROVAL
}
