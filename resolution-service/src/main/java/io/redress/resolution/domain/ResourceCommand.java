package io.redress.resolution.domain;

/** What is said about a resource of which there is only so much. */
public sealed interface ResourceCommand extends DocumentCommand {

    /** A beginning. */
    record BeginResource() implements ResourceCommand {}
}
