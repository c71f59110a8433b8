package io.redress.resolution.domain.regulation;

import java.util.Set;

/**
 * For which cases something holds; an empty set means whatever it is.
 *
 * @param countries ISO 3166, two capital letters
 */
public record Scope(Set<String> natures, Set<String> countries, Set<String> products) {
    public Scope {
        natures = Set.copyOf(natures);
        countries = Set.copyOf(countries);
        products = Set.copyOf(products);
    }

    boolean covers(Matter matter) {
        return fits(natures, matter.nature())
                && fits(countries, matter.country())
                && (products.isEmpty() || matter.product() != null && products.contains(matter.product()));
    }

    private static boolean fits(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
