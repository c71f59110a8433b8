package io.redress.intake.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeState.Filed;

/**
 * What the tone of a message depends on.
 *
 * @param mood of the customer, -1 (furious) to 1 (content)
 * @param hostile whether the customer's last words were abusive (R144)
 * @param repeatedContacts how often the customer has come back about the same matter (R54)
 */
record Circumstances(
        Occasion occasion, Cause cause, double mood, boolean crisis, boolean hostile, int repeatedContacts) {

    /** While a complaint is filed, it is all that is known. */
    static Circumstances atFiling(Occasion occasion, ComplaintDiagnosed diagnosis) {
        return new Circumstances(
                occasion, diagnosis.hypotheses().getFirst().cause(), diagnosis.mood(), diagnosis.crisis(), false, 0);
    }

    /** Later, the case knows more than its first words. */
    static Circumstances of(Filed filed, Occasion occasion) {
        return atFiling(occasion, filed.diagnosis());
    }
}
