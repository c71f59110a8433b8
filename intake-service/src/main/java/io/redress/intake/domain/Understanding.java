package io.redress.intake.domain;

import io.redress.intake.domain.diagnosis.Diagnosis;

/** Reads what a customer said and says what it seems to be about. Pure: the same words always mean the same. */
@FunctionalInterface
public interface Understanding {

    /** @param language ISO 639-1 */
    Diagnosis of(String text, String language);
}
