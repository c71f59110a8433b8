package io.redress.chassis.http;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;

/** What an outcome of the lanes means over HTTP. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * What was decided and stored.
     *
     * @throws Refusal 409 with the rule's code where it was rejected or the value is taken, 412 where it was stale
     */
    public static <S, E> Outcome.Accepted<S, E> accepted(Outcome<S, E> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<S, E> accepted -> accepted;
            case Outcome.Rejected<S, E>(String code, String explanation, CaseView<S> view) ->
                throw Refusal.conflict(code, explanation, null);
            case Outcome.Stale<S, E>(CaseView<S> view) -> throw Refusal.stale("an older version", view.version());
            case Outcome.Taken<S, E>(String index, String value, String byCase) ->
                throw Refusal.conflict("taken", "Expected a " + index + " that no other case has.", null);
        };
    }

    /** What an accepted command has left on its service's stream. */
    public static Answers.Written written(CaseView<?> view, String stream) {
        long seq = view.sequences().getOrDefault(stream, 0L);
        return Answers.Written.now(view.id(), view.version(), seq == 0 ? Positions.none() : Positions.of(stream, seq));
    }
}
