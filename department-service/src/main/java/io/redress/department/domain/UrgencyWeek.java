package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.UrgencyWeekFact.JudgementKept;
import io.redress.department.domain.UrgencyWeekFact.Spent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a department has spent of its urgent allowance in a week, under the id {@code urgency:<code>:<week>}. As long as
 * the allowance: what costs nothing is not in it.
 *
 * @param allowance as it was when something was spent last; 0 before
 */
public record UrgencyWeek(DepartmentCode requester, String week, int allowance, List<Payment> payments)
        implements DepartmentState.Document {
    /** What no allowance may exceed. */
    public static final int MOST = 1_000;

    public UrgencyWeek {
        payments = List.copyOf(payments);
    }

    /** @param justified what was said about it afterwards; absent before */
    public record Payment(
            RequestId requestId,
            DepartmentCode department,
            int cost,
            String cause,
            boolean ownMaking,
            String by,
            Instant at,
            @Nullable Boolean justified) {

        Payment judged(boolean so) {
            return new Payment(requestId, department, cost, cause, ownMaking, by, at, so);
        }
    }

    /** Under which id it is kept; no case has it. */
    public static String idOf(DepartmentCode requester, String week) {
        return "urgency:" + requester + ":" + week;
    }

    /** What is spent. */
    public int spent() {
        return payments.stream().mapToInt(Payment::cost).sum();
    }

    boolean paidFor(RequestId request) {
        return payments.stream().anyMatch(it -> it.requestId().equals(request));
    }

    UrgencyWeek after(UrgencyWeekFact fact) {
        return switch (fact) {
            case Spent(var who, var inWeek, var allowed, var payment) ->
                new UrgencyWeek(
                        who,
                        inWeek,
                        allowed,
                        Stream.concat(payments.stream(), Stream.of(payment)).toList());
            case JudgementKept(var id, var justified) ->
                new UrgencyWeek(
                        requester,
                        week,
                        allowance,
                        payments.stream()
                                .map(it -> it.requestId().equals(id) ? it.judged(justified) : it)
                                .toList());
        };
    }
}
