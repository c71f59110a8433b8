package io.redress.intake.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.util.List;

/** With what the front desk listens to a customer. */
public record Attention(Understanding understanding, Hostility hostility, ConversationTerms terms) {

    /** Hears, but understands nothing further and takes offence at nothing; for rules that are about something else. */
    static Attention none() {
        Hypothesis nothing = new Hypothesis("unclear", Cause.UNKNOWN, 0, List.of(), "none");
        return new Attention(
                (_, language) -> new Diagnosis(List.of(nothing), 0, false, false, language, "none"),
                (_, _) -> false,
                ConversationTerms.standard());
    }
}
