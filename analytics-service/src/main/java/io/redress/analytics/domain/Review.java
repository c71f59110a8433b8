package io.redress.analytics.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;

/** How far learning from a case has come. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Review {

    /** The case is still open. */
    record NotOpened() implements Review {}

    /** Somebody has to do it. */
    record Open(ReviewOpened opened) implements Review {}

    /** Somebody should have done it. */
    record Overdue(ReviewOpened opened) implements Review {}

    /** Done. */
    record Completed(ReviewOpened opened, ReviewCompleted completed) implements Review {}
}
