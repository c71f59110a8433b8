package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Delivering;
import io.redress.department.domain.Delivery;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Request.Answered;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered, and what both sides say about it.
 *
 * @param requester whose internal customer service it is
 * @param onTime what the dates say; absent where the request has no answer now, as is {@code complete}
 * @param complete whether it was complete when it was delivered first
 * @param better what was better than agreed, as a sentence; absent where nothing was
 * @param remindedAt when whoever asked was reminded to rate it; absent where nobody was
 * @param people whom to speak with
 */
public record DeliveryView(
        RequestId requestId,
        DepartmentCode department,
        DepartmentCode requester,
        RequestKind kind,
        String subject,
        String state,
        Instant dueAt,
        @Nullable String by,
        @Nullable Instant answeredAt,
        @Nullable Boolean onTime,
        @Nullable Boolean complete,
        @Nullable String better,
        @Nullable SentBackView sentBack,
        @Nullable RatingView rating,
        @Nullable Instant remindedAt,
        List<ThanksView> thanks,
        PeopleView people) {

    /** How the first answer went back. */
    public record SentBackView(String reason, List<String> missing, String by, Instant sentBackAt) {
        static @Nullable SentBackView of(Delivery.@Nullable Return sent) {
            return sent == null ? null : new SentBackView(sent.reason(), sent.missing(), sent.by(), sent.at());
        }
    }

    /** How whoever asked sees it. */
    public record RatingView(
            boolean onTime, boolean complete, @Nullable String words, String by, Instant ratedAt, boolean corrected) {
        static @Nullable RatingView of(Delivery.@Nullable Rating rating) {
            return rating == null
                    ? null
                    : new RatingView(
                            rating.onTime(),
                            rating.complete(),
                            rating.words(),
                            rating.by(),
                            rating.at(),
                            rating.corrected());
        }
    }

    /** What was delivered to a department in a case, the latest first. */
    public static List<DeliveryView> to(DepartmentCode requester, DepartmentCase state, boolean unratedOnly) {
        return DeliveryEntries.deliveries(state)
                .filter(it -> Delivering.requesterOf(state, it.ask()).equals(requester))
                .filter(it -> !unratedOnly || DeliveryEntries.isUnrated(state, it))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .map(it -> of(state, it.ask().id()))
                .toList();
    }

    /** What is said about one request that the case has. */
    public static DeliveryView of(DepartmentCase state, RequestId requestId) {
        Request request = Objects.requireNonNull(state.request(requestId));
        Request.Ask ask = request.ask();
        Delivery said = state.dealings().deliveries().of(requestId);
        Answered answered = request instanceof Answered it ? it : null;
        return new DeliveryView(
                requestId,
                ask.department(),
                Delivering.requesterOf(state, ask),
                ask.kind(),
                ask.subject(),
                RequestView.stateOf(request),
                ask.dueAt(),
                answered == null ? null : answered.reply().by(),
                answered == null ? null : answered.at(),
                answered == null ? null : Delivering.wasOnTime(state, answered),
                answered == null ? null : Delivering.wasComplete(state, answered),
                said.better(),
                SentBackView.of(said.sent()),
                RatingView.of(said.rating()),
                said.remindedAt(),
                Stream.of(ask.department(), Delivering.requesterOf(state, ask))
                        .distinct()
                        .flatMap(from ->
                                Stream.ofNullable(state.dealings().deliveries().of(requestId, from)))
                        .map(ThanksView::of)
                        .toList(),
                PeopleView.of(state, request));
    }
}
