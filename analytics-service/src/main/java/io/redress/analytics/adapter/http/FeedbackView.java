package io.redress.analytics.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.feedback.Said;
import io.redress.analytics.domain.feedback.Told;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one customer said about a product, without saying who it was. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedbackView(
        String caseId,
        int revision,
        List<String> natures,
        boolean registered,
        @Nullable String product,
        @Nullable String region,
        String language,
        Customer.Tier tier,
        @Nullable String words,
        Instant receivedAt,
        Instant collectedAt) {

    /** Empty where product management was told nothing of the case. */
    static Optional<FeedbackView> of(CaseView<Journey> view) {
        Told told = view.state().feedback().told();
        Said said = view.state().feedback().heard().said();
        return told == null || said == null
                ? Optional.empty()
                : Optional.of(new FeedbackView(
                        view.id(),
                        told.revision(),
                        told.natures(),
                        told.registered(),
                        said.product(),
                        said.region(),
                        said.language(),
                        said.tier(),
                        said.words(),
                        said.receivedAt(),
                        told.collectedAt()));
    }
}
