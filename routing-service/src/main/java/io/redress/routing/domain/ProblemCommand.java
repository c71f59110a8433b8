package io.redress.routing.domain;

import io.redress.routing.domain.knowledge.RecordedProblem;

/** What routing is told about known problems; each is a document of its own. */
public sealed interface ProblemCommand extends RoutingCommand {

    /** It is known from now on; may be said more than once. */
    record RecordProblem(RecordedProblem problem) implements ProblemCommand {}

    /** More is known about it, or something else. */
    record ChangeProblem(RecordedProblem problem, String by) implements ProblemCommand {}

    /** No further complaint is about it. */
    record EndProblem(String reason, String by) implements ProblemCommand {}
}
