package io.redress.intake.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.diagnosis.Diagnosis;
import io.redress.intake.domain.diagnosis.Diagnostician;
import io.redress.intake.domain.diagnosis.LanguageGuess;
import io.redress.intake.domain.messages.Roster;
import io.redress.intake.domain.messages.Wanted;
import java.util.List;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front desk with its people and its rules. */
public final class StaffedFrontDesk implements FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StaffedFrontDesk.class);

    /** From here on a customer is not upset but furious. */
    private static final double FURIOUS = -0.6;

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
    public Owner ownerOf(CaseId caseId, String language, Diagnosis diagnosis, String text) {
        boolean difficult = diagnosis.mood() <= FURIOUS || hostility.in(text, language);
        List<String> natures =
                diagnosis.hypotheses().stream().map(Hypothesis::nature).toList();
        return roster.forCase(new Wanted(caseId.value(), language, natures, difficult), openCases)
                .asOwner();
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
