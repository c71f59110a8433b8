package io.redress.analytics.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers said about the products in some time, in numbers, the most first. A case counts on the day (UTC) on
 * which the customer said it.
 *
 * @param total cases; one that is about two natures is one
 * @param upToDate whether all that product management was told by now is in it
 */
public record FeedbackSummary(
        LocalDate since,
        LocalDate until,
        int total,
        boolean upToDate,
        List<CountOfNature> natures,
        List<CountOfProduct> products) {

    /** What is about one nature. */
    public record CountOfNature(String nature, int total, List<CountOfProduct> products) {}

    /** @param product absent where none was named; {@code *} for all that are not listed by name */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CountOfProduct(@Nullable String product, int total) {}
}
