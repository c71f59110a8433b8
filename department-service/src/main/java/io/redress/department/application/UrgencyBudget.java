package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.UrgencyWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a department may still spend of urgency in a week.
 *
 * @param unjustifiedPercent the share of what was paid for that whoever was asked found unjustified, of what was judged;
 *     absent where nothing was
 */
public record UrgencyBudget(
        DepartmentCode department,
        String week,
        Instant renewsAt,
        int allowance,
        int spent,
        int left,
        @Nullable Integer unjustifiedPercent,
        List<PaymentView> payments) {

    /** What one request cost. */
    public record PaymentView(
            RequestId requestId,
            DepartmentCode department,
            int cost,
            String cause,
            boolean ownMaking,
            String by,
            Instant at,
            @Nullable Boolean justified) {}

    public static UrgencyBudget of(
            DepartmentCode department, String week, Instant renewsAt, int allowance, DepartmentState state) {
        List<UrgencyWeek.Payment> payments = state instanceof UrgencyWeek known ? known.payments() : List.of();
        List<Boolean> judged = payments.stream()
                .map(UrgencyWeek.Payment::justified)
                .filter(Objects::nonNull)
                .map(Boolean.class::cast)
                .toList();
        return new UrgencyBudget(
                department,
                week,
                renewsAt,
                allowance,
                payments.stream().mapToInt(UrgencyWeek.Payment::cost).sum(),
                PayForUrgency.left(state, allowance),
                judged.isEmpty()
                        ? null
                        : (int) (100 * judged.stream().filter(it -> !it).count() / judged.size()),
                payments.stream()
                        .map(it -> new PaymentView(
                                it.requestId(),
                                it.department(),
                                it.cost(),
                                it.cause(),
                                it.ownMaking(),
                                it.by(),
                                it.at(),
                                it.justified()))
                        .toList());
    }
}
