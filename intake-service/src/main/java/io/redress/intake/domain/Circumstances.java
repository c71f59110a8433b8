package io.redress.intake.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeState.Filed;
import java.util.Objects;

/**
 * What the tone of a message depends on.
 *
 * @param mood of the customer, -1 (furious) to 1 (content)
 * @param hostile whether the customer's last words were abusive (R144)
 * @param repeatedContacts how often the customer has come back about the same matter (R54)
 */
record Circumstances(
        Occasion occasion, Cause cause, double mood, boolean crisis, boolean hostile, int repeatedContacts) {

    /** As they are now; at first, the case knows no more than its first words. */
    static Circumstances of(Filed filed, Occasion occasion) {
        ComplaintDiagnosed diagnosis = filed.diagnosis();
        Conversation conversation = filed.conversation();
        return new Circumstances(
                occasion,
                diagnosis.hypotheses().getFirst().cause(),
                Objects.requireNonNullElse(conversation.latestMood(), diagnosis.mood()),
                diagnosis.crisis(),
                conversation.lastWordsHostile(),
                filed.repeatedContacts());
    }
}
