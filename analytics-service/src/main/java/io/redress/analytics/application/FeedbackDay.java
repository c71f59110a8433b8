package io.redress.analytics.application;

import io.redress.analytics.domain.feedback.Counted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What customers said about the products on one day (UTC), in numbers. Of bounded size: of more products or natures than
 * are counted by name, the rest is counted together; since no name is ever given up, what was counted under one is taken
 * back under the same.
 *
 * @param products by name, {@link #UNNAMED} and {@link #OTHERS} included
 * @param noting cases that stand here already, though it is not noted with each of them yet
 */
record FeedbackDay(Map<String, OfProduct> products, Map<String, Counted> noting)
        implements CountOnce.Noting<FeedbackDay, Counted> {
    /** No product was named. */
    static final String UNNAMED = "";

    /** Whatever is not counted by name. */
    static final String OTHERS = "*";

    static final FeedbackDay EMPTY = new FeedbackDay(Map.of(), Map.of());

    private static final int MOST_PRODUCTS = 200;
    private static final int MOST_NATURES = 50;

    FeedbackDay {
        products = Map.copyOf(products);
        noting = Map.copyOf(noting);
    }

    /** One of the documents beside the journeys; no case has such an id. */
    static String idOf(LocalDate day) {
        return "feedback:" + day;
    }

    /**
     * Of one product.
     *
     * @param cases a case that is about two natures is one
     */
    record OfProduct(int cases, Map<String, Integer> natures) {
        static final OfProduct NONE = new OfProduct(0, Map.of());

        OfProduct {
            natures = Map.copyOf(natures);
        }

        OfProduct with(Collection<String> about, int by) {
            Map<String, Integer> next = new TreeMap<>(natures);
            about.forEach(nature -> next.merge(known(next, nature, MOST_NATURES), by, Integer::sum));
            return new OfProduct(cases + (about.isEmpty() ? 0 : by), next);
        }

        OfProduct plus(OfProduct other) {
            Map<String, Integer> sum = new TreeMap<>(natures);
            other.natures.forEach((nature, count) -> sum.merge(nature, count, Integer::sum));
            return new OfProduct(cases + other.cases, sum);
        }
    }

    /** With a case that was counted as {@code before} and is {@code now}. */
    FeedbackDay counting(String caseId, @Nullable String product, Counted before, List<String> now) {
        Map<String, OfProduct> next = new TreeMap<>(products);
        String name = known(next, product == null ? UNNAMED : product, MOST_PRODUCTS);
        next.put(
                name,
                next.getOrDefault(name, OfProduct.NONE)
                        .with(before.natures(), -1)
                        .with(now, 1));
        Map<String, Counted> toNote = new TreeMap<>(noting);
        toNote.put(caseId, before.anew(now));
        return new FeedbackDay(next, toNote);
    }

    @Override
    public FeedbackDay noted() {
        return new FeedbackDay(products, Map.of());
    }

    private static String known(Map<String, ?> counted, String name, int most) {
        return counted.containsKey(name) || counted.size() < most ? name : OTHERS;
    }
}
