package io.redress.intake.domain.diagnosis;

/**
 * What a complaint can be about, one word of the vocabulary in {@code rules/natures.yaml}.
 *
 * @param code stable word, for example {@code payment-plan}
 * @param kind what it means for the case
 */
record Nature(String code, Kind kind) {

    /** The nature of a text in which no rule found anything. */
    static final String UNCLEAR = "unclear";

    /** What finding a nature means for the case. */
    enum Kind {
        /** Something to solve. */
        PROBLEM,
        /** Somebody needs listening, and nothing else (R8); counts only where nothing is to be solved. */
        LISTENING,
        /** Praise or a question: wins only where it is stronger than every problem. */
        NO_COMPLAINT
    }
}
