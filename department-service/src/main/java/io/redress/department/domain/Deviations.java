package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the dates of a case's requests.
 *
 * @param followed one for each request that its department has worked on
 * @param asked how often departments were asked whether a date is still true
 */
public record Deviations(List<Followed> followed, int asked) {
    static final Deviations NONE = new Deviations(List.of(), 0);

    public Deviations {
        followed = List.copyOf(followed);
    }

    /** Of a request; absent where nothing was noted about it. */
    public @Nullable Followed of(RequestId id) {
        return followed.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    /** How many deviations of the case are known. */
    int count() {
        return followed.stream().mapToInt(it -> it.deviations().size()).sum();
    }

    /** What the department has said under this id. */
    @Nullable
    DepartmentReply said(RequestId id, String replyId) {
        Followed one = of(id);
        return one == null
                ? null
                : one.said().stream()
                        .filter(it -> it.replyId().equals(replyId))
                        .findFirst()
                        .orElse(null);
    }

    Deviations after(DeviationFact fact) {
        int times = fact instanceof DeviationFact.ReestimateNoted ? asked + 1 : asked;
        Followed known = of(fact.requestId());
        if (known != null) {
            return new Deviations(
                    followed.stream()
                            .map(it -> it.equals(known) ? it.after(fact) : it)
                            .toList(),
                    times);
        }
        List<Followed> more = new ArrayList<>(followed);
        more.add(beginning(fact).after(fact));
        return new Deviations(more, times);
    }

    private static Followed beginning(DeviationFact fact) {
        return switch (fact) {
            case DeviationFact.FollowingBegun begun -> Followed.beginning(begun.requestId(), begun.dueAt());
            case DeviationFact.DeviationNoted(var event) -> Followed.beginning(event.requestId(), event.dueAt());
            case DeviationFact.EstimateNoted(var event) -> Followed.beginning(event.requestId(), event.dueAt());
            default -> throw new IllegalStateException("Expected " + fact.requestId() + " to be followed already");
        };
    }
}
