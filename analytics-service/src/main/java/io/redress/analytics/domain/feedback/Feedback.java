package io.redress.analytics.domain.feedback;

import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.FeedbackEvent.FeedbackCollected;
import io.redress.contracts.FeedbackEvent.FeedbackWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a case has for product management, what it was told, and what is counted. One case is one feedback, however often
 * it is diagnosed.
 *
 * @param told absent where nothing is, or was withdrawn
 * @param published how many events about it went out
 */
public record Feedback(Heard heard, @Nullable Told told, Counted counted, long published) {
    /** Nothing is known of the case. */
    public static final Feedback NONE = new Feedback(Heard.NOTHING, null, Counted.NEVER, 0);

    /** With what was learned. */
    public Feedback with(Heard next) {
        return new Feedback(next, told, counted, published);
    }

    /** The case is over: the words stay only where somebody was told of them. */
    public Feedback closed() {
        return told == null ? with(heard.withoutWords()) : this;
    }

    /** What has to be told now, so that product management knows what there is; empty where it does. */
    public Optional<FeedbackEvent> next(FeedbackPolicy policy, Instant now) {
        Said said = heard.said();
        if (said == null) {
            return Optional.empty();
        }
        List<String> concerning = policy.concerning(heard);
        if (concerning.isEmpty()) {
            return told == null
                    ? Optional.empty()
                    : Optional.of(new FeedbackWithdrawn(
                            said.caseId(),
                            heard.revision(),
                            heard.merged()
                                    ? FeedbackWithdrawn.Reason.MERGED
                                    : FeedbackWithdrawn.Reason.ABOUT_SOMETHING_ELSE,
                            now));
        }
        return told != null && told.natures().equals(concerning) && told.registered() == heard.registered()
                ? Optional.empty()
                : Optional.of(collected(said, concerning, now));
    }

    private FeedbackCollected collected(Said said, List<String> natures, Instant now) {
        return new FeedbackCollected(
                said.caseId(),
                heard.revision(),
                natures,
                heard.registered(),
                said.product(),
                said.region(),
                said.language(),
                said.tier(),
                said.words(),
                said.receivedAt(),
                now);
    }

    /** Once that was told. */
    public Feedback after(FeedbackEvent event, long seq) {
        Told known = switch (event) {
            case FeedbackCollected it -> new Told(it.revision(), it.natures(), it.registered(), it.collectedAt());
            case FeedbackWithdrawn _ -> null;
        };
        return new Feedback(heard, known, counted, seq);
    }

    /** Once it stands in the counts like that. */
    public Feedback after(Counted now) {
        return new Feedback(heard, told, now, published);
    }

    /** As what it should stand in the counts. */
    public List<String> toCount() {
        return told == null ? List.of() : told.natures();
    }

    /** Whether the counts do not show it as it is. */
    public boolean isUncounted() {
        return !toCount().equals(counted.natures());
    }
}
