package io.redress.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Origin;
import io.redress.intake.domain.customers.CustomerFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as people see one: a relation over all cases, not a ticket (R151).
 *
 * @param about what was noted; absent for those who only see their own cases
 * @param cases one page of them, the latest first
 * @param repeatedContacts how many of these came while an earlier one of these was open
 * @param satisfaction what the customer said about these after they were closed; absent where there was no answer
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerPage(
        String reference,
        @Nullable CustomerProfile about,
        List<CustomerCase> cases,
        long repeatedContacts,
        @Nullable Satisfaction satisfaction,
        @Nullable String next) {

    /**
     * One case of the customer.
     *
     * @param repeated whether it came while an earlier one on this page was open
     * @param score the customer's rating afterwards, 1 to 5
     * @param outcome how it ended in the system it was taken over from
     */
    public record CustomerCase(
            CaseId caseId,
            String status,
            String step,
            Owner owner,
            String channel,
            String language,
            Instant receivedAt,
            @Nullable Instant closedAt,
            boolean repeated,
            @Nullable Integer score,
            @Nullable Boolean imported,
            @Nullable String outcome) {
        static CustomerCase of(CaseId caseId, Filed filed, boolean repeated) {
            var complaint = filed.complaint();
            var progress = filed.progress();
            Origin.Imported history = complaint.origin().imported();
            return new CustomerCase(
                    caseId,
                    code(progress.status()),
                    code(progress.step()),
                    complaint.owner(),
                    complaint.channel(),
                    complaint.language(),
                    complaint.receivedAt(),
                    progress.closedAt(),
                    repeated,
                    filed.aftermath().score(),
                    history == null ? null : true,
                    history == null ? null : history.outcome());
        }
    }

    /** The outcome beyond closure (R155): the customer's own ratings, 1 to 5. */
    public record Satisfaction(long answers, double average) {}

    /**
     * A page.
     *
     * @param file what was noted; null for a reader who only sees its own cases
     * @param found some cases of the customer, the latest first
     * @param next cursor, empty on the last page
     */
    public static CustomerPage of(
            String reference, @Nullable CustomerFile file, List<CaseView<IntakeState>> found, String next) {
        List<Filed> filed = found.stream().map(view -> (Filed) view.state()).toList();
        List<CustomerCase> cases = Stream.iterate(0, i -> i < filed.size(), i -> i + 1)
                .map(i -> CustomerCase.of(
                        new CaseId(found.get(i).id()),
                        filed.get(i),
                        isRepeated(filed.get(i), filed.subList(i + 1, filed.size()))))
                .toList();
        return new CustomerPage(
                reference,
                file == null ? null : CustomerProfile.of(file),
                cases,
                cases.stream().filter(CustomerCase::repeated).count(),
                satisfaction(cases),
                next.isEmpty() ? null : next);
    }

    private static boolean isRepeated(Filed filed, List<Filed> earlier) {
        Instant at = filed.complaint().receivedAt();
        return earlier.stream()
                .map(other -> other.progress().closedAt())
                .anyMatch(closedAt -> closedAt == null || closedAt.isAfter(at));
    }

    private static @Nullable Satisfaction satisfaction(List<CustomerCase> cases) {
        var scores = cases.stream()
                .map(CustomerCase::score)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return scores.getCount() == 0
                ? null
                : new Satisfaction(scores.getCount(), Math.round(scores.getAverage() * 100) / 100.0);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
