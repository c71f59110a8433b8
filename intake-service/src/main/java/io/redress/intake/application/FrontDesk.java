package io.redress.intake.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.Owner;
import io.redress.intake.domain.diagnosis.Diagnosis;

/** What the front desk knows before it decides: languages, people, and what a complaint may be about. Pure. */
public interface FrontDesk {

    /** The language a text is most likely in, ISO 639-1. */
    String guessLanguage(String text);

    /**
     * Who takes a case, by language, skill, temperament for difficult customers, and present load (R141, R144), so that
     * nothing is without an owner (R70).
     *
     * @param text the customer's own words
     */
    Owner ownerOf(CaseId caseId, String language, Diagnosis diagnosis, String text);

    /** What the complaint seems to be about; {@link Diagnosis#none} where that cannot be found out. Never throws. */
    Diagnosis diagnose(String text, String language);
}
