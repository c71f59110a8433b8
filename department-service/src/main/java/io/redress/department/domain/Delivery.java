package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said about the answer to a request.
 *
 * @param sent absent where the answer was never sent back
 * @param rating absent as long as nobody has rated it
 * @param better what was better than agreed, as a sentence; absent where nothing was
 * @param remindedAt when whoever asked was reminded to rate it; absent where nobody was
 */
public record Delivery(
        RequestId requestId,
        @Nullable Return sent,
        @Nullable Rating rating,
        @Nullable String better,
        @Nullable Instant remindedAt) {

    static Delivery of(RequestId requestId) {
        return new Delivery(requestId, null, null, null, null);
    }

    /**
     * How the first answer went back.
     *
     * @param first which was incomplete; what repeats it later is no second answer
     * @param key the sender's own name for it
     */
    public record Return(
            DepartmentReply.Answer first,
            Instant answeredAt,
            String key,
            String reason,
            List<String> missing,
            String by,
            Instant at) {
        public Return {
            missing = List.copyOf(missing);
        }
    }

    /**
     * How whoever asked sees it.
     *
     * @param words absent where the dates say all
     * @param corrected whether it replaces another one, which happens once
     */
    public record Rating(
            boolean onTime, boolean complete, @Nullable String words, String by, Instant at, boolean corrected) {

        boolean saysTheSameAs(Rating other) {
            return onTime == other.onTime
                    && complete == other.complete
                    && Objects.equals(words, other.words)
                    && by.equals(other.by);
        }
    }

    Delivery sentBack(Return how) {
        // What has to be done twice was not better than agreed.
        return new Delivery(requestId, how, null, null, remindedAt);
    }

    Delivery rated(Rating how) {
        return new Delivery(requestId, sent, how, better, remindedAt);
    }

    Delivery better(String why) {
        return new Delivery(requestId, sent, rating, why, remindedAt);
    }

    Delivery reminded(Instant at) {
        return new Delivery(requestId, sent, rating, better, at);
    }
}
