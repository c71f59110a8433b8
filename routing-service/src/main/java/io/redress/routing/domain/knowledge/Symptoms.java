package io.redress.routing.domain.knowledge;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import java.util.List;

/**
 * By what a complaint is compared with known problems.
 *
 * @param words all that the customer has said
 * @param natures of the problems that it seems to be about, strongest first
 */
public record Symptoms(CaseId caseId, Customer customer, String language, String words, List<String> natures) {
    public Symptoms {
        natures = List.copyOf(natures);
    }
}
