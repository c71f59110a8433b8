package io.redress.resolution.domain;

import io.redress.contracts.Limits;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of options by which gates are found and options told apart (R105). A department writes a kind as it likes; what
 * is written like a known one is that one, and what is not known passes more gates instead of none.
 */
final class OptionKinds {
    /** One kind a line, and behind it the other words for it. To add one is to add a line. */
    private static final List<String> LINES = List.of(
            "payment-plan instalments instalment instalment-plan installments installment installment-plan rates"
                    + " deferred-payment deferral ratenzahlung ratenplan plan-de-plata plata-in-rate rate raty plan-splat",
            "invoice-terms invoice-change invoice-correction corrected-invoice rechnungsbedingungen",
            "payment-terms payment-term payment-conditions zahlungsbedingungen",
            "termination terminate contract-termination cancel-contract kuendigung kundigung reziliere"
                    + " rozwiazanie-umowy",
            "cancellation cancel order-cancellation cancel-order storno stornierung anulare anulowanie",
            "contract-change change-of-contract contract-amendment amendment vertragsaenderung vertragsanderung",
            "public-statement press-release public-apology",
            "correct-advertisement correction-of-an-advertisement corrected-advertisement advertisement-correction",
            "refund refunds reimbursement money-back repayment rueckerstattung ruckerstattung erstattung rambursare"
                    + " zwrot zwrot-pieniedzy",
            "credit credit-note account-credit gutschrift",
            "discount price-reduction",
            "voucher gift-card",
            "compensation goodwill",
            "replacement exchange substitute ersatz umtausch inlocuire wymiana",
            "repair fix reparatur reparare naprawa",
            "shipment delivery redelivery new-delivery resend",
            "express express-delivery",
            "part-delivery partial-delivery",
            "pickup collection",
            "return",
            "recall",
            "clarification explanation",
            "apology sorry entschuldigung",
            "feature-registered feature-request",
            "workaround",
            "software-update patch update",
            "investigation inspection analysis",
            "training",
            "upgrade",
            "appointment visit");

    private static final Map<String, String> WORDS = LINES.stream()
            .map(line -> line.split(" "))
            .flatMap(words -> Arrays.stream(words).map(word -> Map.entry(letters(word), words[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> declared;

    /** Those of the list, and what the company has declared itself. */
    OptionKinds(OptionCatalogue catalogue) {
        this.declared = Stream.concat(
                        catalogue.byNature().values().stream().flatMap(List::stream), catalogue.otherwise().stream())
                .map(option -> canonical(option.kind()))
                .collect(Collectors.toCollection(HashSet::new));
        declared.add(canonical(catalogue.clarification().kind()));
    }

    /** Whether anybody has said which gates it passes. */
    boolean knows(String kind) {
        return WORDS.containsKey(letters(kind)) || declared.contains(canonical(kind));
    }

    /** The one way to write it: the known kind, else small letters with hyphens between the words. */
    static String canonical(String kind) {
        String known = WORDS.get(letters(kind));
        if (known != null) {
            return known;
        }
        String plain = kind.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() || plain.length() > Limits.KEY ? kind : plain;
    }

    /** Neither case nor separators nor accents make it another word. */
    private static String letters(String kind) {
        return Normalizer.normalize(kind, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
