package io.redress.intake.domain;

/** What a consultant does in a drill. */
public sealed interface DrillCommand extends IntakeCommand {

    /**
     * Begins one; may be said more than once.
     *
     * @param consultant the id of whoever trains
     * @param name by which customers know them
     */
    record StartDrill(String consultant, String name, String scenario, String language) implements DrillCommand {}

    /**
     * Answers the customer; the same words may come more than once.
     *
     * @param turn counted from 1
     */
    record AnswerCustomer(int turn, String text) implements DrillCommand {}

    /** It is enough. */
    record EndDrill() implements DrillCommand {}
}
