package io.redress.intake.domain;

/**
 * How something is said, and why so.
 *
 * @param reason a code: the name of the rule that chose the tone
 */
record Manner(Tone tone, String reason) {}
