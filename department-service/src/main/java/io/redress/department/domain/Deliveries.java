package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said about what was delivered: at most one entry for each request, and one thanks from each side of it.
 *
 * @param proposedAt when the customer was offered a solution last; absent before
 * @param outcome what became of the case first; absent before anything did
 */
public record Deliveries(
        List<Delivery> all, List<Thanks> thanks, @Nullable Instant proposedAt, Thanks.@Nullable Outcome outcome) {
    static final Deliveries NONE = new Deliveries(List.of(), List.of(), null, null);

    /** What was stored before any of this was known has none of it. */
    public Deliveries {
        all = List.copyOf(Objects.requireNonNullElse(all, List.of()));
        thanks = List.copyOf(Objects.requireNonNullElse(thanks, List.of()));
    }

    /** What is said about the answer to a request; nothing where nobody has said anything. */
    public Delivery of(RequestId request) {
        return all.stream()
                .filter(it -> it.requestId().equals(request))
                .findFirst()
                .orElseGet(() -> Delivery.of(request));
    }

    /** The thanks for a request by one side; null where it has not thanked. */
    public @Nullable Thanks of(RequestId request, DepartmentCode from) {
        return thanks.stream().filter(it -> it.isFor(request, from)).findFirst().orElse(null);
    }

    /** The answer that has gone back, if it was said under this id. */
    @Nullable
    DepartmentReply said(RequestId request, String replyId) {
        Delivery.Return sent = of(request).sent();
        return sent != null && sent.first().replyId().equals(replyId) ? sent.first() : null;
    }

    Deliveries after(DeliveryFact fact) {
        return switch (fact) {
            case DeliveryFact.SentBack(var id, var sent, var _) -> changed(id, it -> it.sentBack(sent));
            case DeliveryFact.Rated(var id, var rating) -> changed(id, it -> it.rated(rating));
            case DeliveryFact.BetterThanAgreed(var id, var why) -> changed(id, it -> it.better(why));
            case DeliveryFact.Reminded(var id, var at) -> changed(id, it -> it.reminded(at));
            case DeliveryFact.Thanked(var more) ->
                new Deliveries(
                        all, Stream.concat(thanks.stream(), Stream.of(more)).toList(), proposedAt, outcome);
            case DeliveryFact.ProposalHeard(var at) -> new Deliveries(all, thanks, at, outcome);
            case DeliveryFact.OutcomeHeard(var what) -> new Deliveries(all, thanks, proposedAt, what);
            case DeliveryFact.OutcomeAttached(var id, var from, var what) ->
                new Deliveries(
                        all,
                        thanks.stream()
                                .map(it -> it.isFor(id, from) ? it.with(what) : it)
                                .toList(),
                        proposedAt,
                        outcome);
        };
    }

    private Deliveries changed(RequestId id, UnaryOperator<Delivery> change) {
        return new Deliveries(
                Stream.concat(all.stream().filter(it -> !it.requestId().equals(id)), Stream.of(change.apply(of(id))))
                        .toList(),
                thanks,
                proposedAt,
                outcome);
    }
}
