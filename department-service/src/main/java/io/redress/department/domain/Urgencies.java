package io.redress.department.domain;

import io.redress.contracts.RequestId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which requests are urgent, and who paid for it: at most one word for each request, the last one. */
public record Urgencies(List<Urgency> all) {
    static final Urgencies NONE = new Urgencies(List.of());

    public Urgencies {
        all = List.copyOf(all);
    }

    /** What was said last about a request; null where nobody has wanted it before others. */
    public @Nullable Urgency of(RequestId request) {
        return all.stream()
                .filter(it -> it.requestId().equals(request))
                .findFirst()
                .orElse(null);
    }

    /** Whether a request comes before others. */
    public boolean isUrgent(RequestId request) {
        return of(request) instanceof Urgency it && it.verdict() == Urgency.Verdict.GRANTED;
    }

    /** What a week has still to hear. */
    public List<Urgency> untold() {
        return all.stream().filter(Urgency::isUntold).toList();
    }

    Urgencies after(UrgencyFact fact) {
        return switch (fact) {
            case UrgencyFact.UrgencyAsked(var urgency) ->
                new Urgencies(Stream.concat(
                                all.stream().filter(it -> !it.requestId().equals(urgency.requestId())),
                                Stream.of(urgency))
                        .toList());
            case UrgencyFact.UrgencySettled(var id, var granted, var left) ->
                changed(id, it -> it.settled(granted, left));
            case UrgencyFact.UrgencyRated(var id, var judgement) -> changed(id, it -> it.judged(judgement));
            case UrgencyFact.JudgementNoted(var id) -> changed(id, Urgency::told);
        };
    }

    private Urgencies changed(RequestId id, UnaryOperator<Urgency> change) {
        return new Urgencies(all.stream()
                .map(it -> it.requestId().equals(id) ? change.apply(it) : it)
                .toList());
    }
}
