package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Cause;
import java.util.List;

/**
 * Phrases that speak for one nature and one cause.
 *
 * @param id unique over all languages
 * @param weight what a first hit is worth: about 0.5 for a word that only names the subject, 2 for a plain statement
 * @param deniable whether a negation shortly before the phrase takes the hit back ("it does <b>not</b> crash")
 * @param onlyAsked whether a hit counts in a question only
 * @param examples texts whose strongest hypothesis has this nature
 * @param counterExamples texts that give no hypothesis of this nature
 */
record Rule(
        String id,
        Nature nature,
        Cause cause,
        double weight,
        boolean deniable,
        boolean onlyAsked,
        List<Phrase> phrases,
        List<String> examples,
        List<String> counterExamples)
        implements Sign {}
