package io.redress.intake.domain;

import io.redress.intake.domain.diagnosis.Diagnosis;

/** With what the front desk listens to a customer. */
public record Attention(Understanding understanding, Hostility hostility, ConversationTerms terms) {

    /** Hears, but understands and asks nothing further, and takes offence at nothing; for rules about something else. */
    public static Attention none() {
        ConversationTerms standard = ConversationTerms.standard();
        return new Attention(
                (_, language) -> Diagnosis.none(language),
                (_, _) -> false,
                new ConversationTerms(0, standard.answerWithin(), standard.contactWithin()));
    }
}
