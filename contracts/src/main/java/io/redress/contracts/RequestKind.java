package io.redress.contracts;

/** What a request asks of a department (R57), and the step of a chosen solution that it carries out. */
public enum RequestKind {
    INFORMATION,
    SOLUTION,
    EXECUTION
}
