package io.redress.analytics.application;

import io.redress.analytics.application.FeedbackDay.OfProduct;
import io.redress.analytics.application.FeedbackSummary.CountOfNature;
import io.redress.analytics.application.FeedbackSummary.CountOfProduct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Adds up what customers said about the products, from the counts of the days; no case is looked at. */
public final class SummariseFeedback {
    /** Further ones are added up as others, so that an answer stays readable. */
    private static final int MOST = 100;

    private final FeedbackDays days;
    private final CountFeedback counting;

    public SummariseFeedback(FeedbackDays days, CountFeedback counting) {
        this.days = days;
        this.counting = counting;
    }

    /** From one day to another, both included. */
    public Mono<FeedbackSummary> between(LocalDate since, LocalDate until) {
        // Asked first: what comes in between makes the counts younger than the answer says, and never older.
        return counting.isDone()
                .flatMap(done -> days.between(since, until).map(found -> summary(since, until, done, found)));
    }

    private static FeedbackSummary summary(LocalDate since, LocalDate until, boolean done, List<FeedbackDay> found) {
        Map<String, OfProduct> products = new TreeMap<>();
        found.forEach(day -> day.products().forEach((name, counts) -> products.merge(name, counts, OfProduct::plus)));
        Map<String, Map<String, Integer>> natures = new TreeMap<>();
        products.forEach((product, counts) -> counts.natures()
                .forEach((nature, count) ->
                        natures.computeIfAbsent(nature, _ -> new TreeMap<>()).merge(product, count, Integer::sum)));
        Map<String, Integer> cases = new TreeMap<>();
        products.forEach((product, counts) -> cases.put(product, counts.cases()));
        return new FeedbackSummary(since, until, sum(cases), done, ofNatures(natures), ofProducts(cases));
    }

    private static List<CountOfNature> ofNatures(Map<String, Map<String, Integer>> natures) {
        return natures.entrySet().stream()
                .map(it -> new CountOfNature(it.getKey(), sum(it.getValue()), ofProducts(it.getValue())))
                .filter(it -> it.total() > 0)
                .sorted(mostFirst(CountOfNature::total))
                .toList();
    }

    private static List<CountOfProduct> ofProducts(Map<String, Integer> counts) {
        Map<String, Integer> named = new TreeMap<>(counts);
        int others = named.getOrDefault(FeedbackDay.OTHERS, 0);
        named.remove(FeedbackDay.OTHERS);
        List<Map.Entry<String, Integer>> all = named.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .sorted(mostFirst(Map.Entry::getValue))
                .toList();
        List<CountOfProduct> lines = new ArrayList<>(all.stream()
                .limit(MOST)
                .map(it -> new CountOfProduct(name(it.getKey()), it.getValue()))
                .toList());
        int rest =
                others + all.stream().skip(MOST).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            lines.add(new CountOfProduct(FeedbackDay.OTHERS, rest));
        }
        return lines;
    }

    private static @Nullable String name(String product) {
        return product.equals(FeedbackDay.UNNAMED) ? null : product;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Among equals, the order of the names stays. */
    private static <T> Comparator<T> mostFirst(ToIntFunction<T> count) {
        return Comparator.comparingInt(count).reversed();
    }
}
