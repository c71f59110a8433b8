package io.redress.intake.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.diagnosis.Diagnosis;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.Wanted;
import java.util.List;
import java.util.function.ToIntFunction;

/** The front desk with its people and its rules. */
public final class StaffedFrontDesk implements FrontDesk {
    /** From here on a customer is not upset but furious. */
    private static final double FURIOUS = -0.6;

    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final LanguageGuess languages;
    private final Roster roster;
    private final Diagnostician diagnostician;
    private final Hostility hostility;
    private final ToIntFunction<String> openCases;

    /** @param openCases how many cases a consultant has, by id */
    public StaffedFrontDesk(
            LanguageGuess languages,
            Roster roster,
            Diagnostician diagnostician,
            Hostility hostility,
            ToIntFunction<String> openCases) {
        this.hostility = hostility;
        this.openCases = openCases;
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
    public Owner ownerOf(CaseId caseId, String language, Diagnosis diagnosis, String text) {
        boolean difficult = diagnosis.mood() <= FURIOUS || hostility.in(text, language);
        List<String> natures =
                diagnosis.hypotheses().stream().map(Hypothesis::nature).toList();
        return roster.forCase(new Wanted(caseId.value(), language, natures, difficult), openCases)
                .asOwner();
    }

    @Override
    public Diagnosis diagnose(String text, String language) {
        return diagnostician.diagnose(text, language);
    }
}
