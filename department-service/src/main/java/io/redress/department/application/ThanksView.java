package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Thanks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side has thanked the other.
 *
 * @param words people's own; absent where the click was the thanks
 * @param outcome what became of the case; absent before anything did
 */
public record ThanksView(
        RequestId requestId,
        DepartmentCode from,
        DepartmentCode to,
        @Nullable String words,
        String by,
        Instant sentAt,
        @Nullable OutcomeView outcome) {

    /** In a word, as in accepted, and when. */
    public record OutcomeView(String outcome, Instant happenedAt) {}

    static ThanksView of(Thanks thanks) {
        Thanks.Outcome outcome = thanks.outcome();
        return new ThanksView(
                thanks.requestId(),
                thanks.from(),
                thanks.to(),
                thanks.words(),
                thanks.by(),
                thanks.at(),
                outcome == null ? null : new OutcomeView(outcome.outcome(), outcome.at()));
    }

    /** What a department was thanked for in a case, the latest first. */
    public static List<ThanksView> to(DepartmentCode department, DepartmentCase state) {
        return state.dealings().deliveries().thanks().stream()
                .filter(it -> it.to().equals(department))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .map(ThanksView::of)
                .toList();
    }
}
