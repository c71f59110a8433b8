package io.redress.intake.domain.messages;

import java.util.List;

/**
 * What a case asks of its consultant (R141).
 *
 * @param language ISO 639-1
 * @param natures what it seems to be about, the likeliest first
 * @param difficult whether the customer is hostile or furious
 */
public record Wanted(String caseId, String language, List<String> natures, boolean difficult) {
    public Wanted {
        natures = List.copyOf(natures);
    }
}
