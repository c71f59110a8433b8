package io.redress.resolution.domain.regulation;

/** What has to be done before a clock runs out. */
public enum MetBy {
    /** The customer has an answer: something is proposed. */
    PROPOSAL,
    /** What was chosen is done. */
    EXECUTION,
    /** The case is over. */
    CLOSING
}
