package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Urgency;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a request is to come before others.
 *
 * @param state {@code asked}, {@code granted} or {@code refused}
 * @param left of the requester's allowance in that week, after this
 * @param ownMaking what shows that the need is of the requester's own making; absent where nothing does
 */
public record UrgencyView(
        String state,
        DepartmentCode requester,
        String week,
        String cause,
        String reason,
        String by,
        Instant askedAt,
        int cost,
        int left,
        @Nullable String exemption,
        @Nullable String ownMaking,
        @Nullable JudgementView judgement) {

    /** What whoever was asked says about it afterwards. */
    public record JudgementView(boolean justified, String reason, String by, Instant judgedAt) {}

    /** Absent where nobody has wanted it before others. */
    public static @Nullable UrgencyView of(DepartmentCase state, RequestId request) {
        Urgency urgency = state.dealings().urgencies().of(request);
        return urgency == null ? null : of(urgency);
    }

    /** One of them. */
    public static UrgencyView of(Urgency urgency) {
        Urgency.Judgement judgement = urgency.judgement();
        return new UrgencyView(
                urgency.verdict().name().toLowerCase(Locale.ROOT),
                urgency.requester(),
                urgency.week(),
                urgency.cause(),
                urgency.reason(),
                urgency.by(),
                urgency.askedAt(),
                urgency.cost(),
                urgency.left(),
                urgency.exemption(),
                urgency.ownMaking(),
                judgement == null
                        ? null
                        : new JudgementView(judgement.justified(), judgement.reason(), judgement.by(), judgement.at()));
    }
}
