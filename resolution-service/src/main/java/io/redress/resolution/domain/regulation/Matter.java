package io.redress.resolution.domain.regulation;

import org.jspecify.annotations.Nullable;

/**
 * What decides which rules hold for a case.
 *
 * @param nature what it is about, from the vocabulary of R4
 * @param country ISO 3166, two capital letters
 * @param product as the client names it; absent where it does not
 */
public record Matter(
        String nature, String country, @Nullable String product) {}
