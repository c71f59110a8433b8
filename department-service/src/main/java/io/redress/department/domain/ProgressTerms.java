package io.redress.department.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a department promises to say about a request on the way, in its working time. Kept with the request, which ends
 * under what it began with.
 *
 * @param progressEvery how often it says how far it is (R83); absent where it promises nothing
 * @param estimateWithin when it says at the latest when it will be done (R95); absent where it promises nothing
 * @param reestimateWithin within what time it says whether a date is still true
 */
public record ProgressTerms(
        @Nullable Duration progressEvery, @Nullable Duration estimateWithin, Duration reestimateWithin) {
    /** What a charter promises; what it leaves out is not promised, and the usual first answer is enough for a re-estimate. */
    static ProgressTerms of(Charter charter) {
        Ola published = charter.content().ola();
        return new ProgressTerms(
                charter.content().progressEveryMinutes() == null ? null : charter.progressEvery(),
                published == null ? null : published.firstAnswer(),
                charter.ola().firstAnswer());
    }
}
