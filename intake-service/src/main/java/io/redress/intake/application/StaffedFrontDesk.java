package io.redress.intake.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.intake.domain.diagnosis.Diagnosis;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front desk with its people and its rules. */
public final class StaffedFrontDesk implements FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StaffedFrontDesk.class);
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final LanguageGuess languages;
    private final Roster roster;
    private final Diagnostician diagnostician;

    public StaffedFrontDesk(LanguageGuess languages, Roster roster, Diagnostician diagnostician) {
        this.languages = languages;
        this.roster = roster;
        this.diagnostician = diagnostician;
    }

    @Override
    public String guessLanguage(String text) {
        return languages.of(text);
    }

    @Override
    public Owner ownerOf(CaseId caseId, String language) {
        Consultant consultant = roster.forCase(caseId.value(), language);
        return new Owner(consultant.id(), consultant.name(), FRONT_DESK);
    }

    @Override
    public Diagnosis diagnose(String text, String language) {
        try {
            return diagnostician.diagnose(text, language);
        } catch (RuntimeException failed) {
            // The customer is answered all the same; without the text, which is not for logs.
            LOG.warn(
                    "A complaint could not be diagnosed and gets a holding reply: {}",
                    failed.getClass().getName());
            return Diagnosis.none(language);
        }
    }
}
