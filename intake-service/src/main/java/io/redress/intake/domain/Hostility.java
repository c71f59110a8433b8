package io.redress.intake.domain;

/** Recognises words that need strong nerves: insults, attacks on competence, the same "why" again and again (R144). Pure. */
@FunctionalInterface
public interface Hostility {

    /** @param language ISO 639-1 */
    boolean in(String text, String language);
}
