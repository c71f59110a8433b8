package io.redress.routing.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Customer.Tier;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.Severity;
import io.redress.routing.domain.RoutingRow.When;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All facts that a version of the table can meet, one question each. Amounts and instants count as intervals between the
 * borders that rows name, so that every question has a few answers and nothing is left to chance. The most ordinary
 * answer comes first, so that examples are ordinary.
 */
final class FactSpace {
    private static final int NATURE = 0;
    private static final List<Boolean> NO_YES = List.of(false, true);
    private static final List<Severity> SEVERITIES =
            List.of(Severity.MEDIUM, Severity.LOW, Severity.HIGH, Severity.CRITICAL);
    /** Who only wants to be heard never reaches the table. */
    private static final List<Cause> CAUSES =
            Stream.of(Cause.values()).filter(Diagnosis::createsWork).toList();

    private final List<String> natures;
    /** Where intervals of amounts begin; before the first one no amount is named. */
    private final List<Long> amounts;
    /** Where intervals of time begin. */
    private final List<Instant> instants;

    private final Industry profile;

    /** @param until when the next version takes over; {@link Instant#MAX} where none does */
    FactSpace(DeclaredTable table, RulesVersion version, Instant until, Industry profile) {
        this.natures = List.copyOf(new TreeSet<>(table.natures()));
        this.profile = profile;
        TreeSet<Long> borders = new TreeSet<>(List.of(0L));
        TreeSet<Instant> changes = new TreeSet<>(List.of(version.from()));
        for (RoutingRow row : version.rows()) {
            if (row.when().amount() != null) {
                Stream.of(row.when().amount().from(), row.when().amount().below())
                        .filter(it -> it != null && it > 0)
                        .forEach(borders::add);
            }
            Stream.of(row.validFrom(), row.validUntil())
                    .filter(it -> it != null && it.isAfter(version.from()) && it.isBefore(until))
                    .forEach(changes::add);
        }
        this.amounts = List.copyOf(borders);
        this.instants = List.copyOf(changes);
    }

    /** All facts about one nature. */
    Region about(String nature) {
        return region(When.ALWAYS, null, null)
                .with(NATURE, answers(natures.size(), i -> natures.get(i).equals(nature)));
    }

    /** All facts that a row fits, while it counts. */
    Region region(RoutingRow row) {
        return region(row.when(), row.validFrom(), row.validUntil());
    }

    private Region region(When when, @Nullable Instant from, @Nullable Instant until) {
        return new Region(List.of(
                answers(
                        natures.size(),
                        i -> when.natures().isEmpty() || when.natures().contains(natures.get(i))),
                answers(CAUSES, when.cause()),
                answers(List.of(Tier.STANDARD, Tier.VIP), when.tier()),
                answers(NO_YES, when.publicImpact()),
                answers(NO_YES, when.crisis()),
                answers(
                        SEVERITIES.size(),
                        i -> when.severities().isEmpty() || when.severities().contains(SEVERITIES.get(i))),
                answers(NO_YES, when.massOutage()),
                answers(
                        amounts.size() + 1,
                        i -> when.amount() == null || when.amount().has(amount(i))),
                answers(
                        instants.size(),
                        i -> (from == null || !instants.get(i).isBefore(from))
                                && (until == null || instants.get(i).isBefore(until)))));
    }

    private @Nullable Long amount(int answer) {
        return answer == 0 ? null : amounts.get(answer - 1);
    }

    private static <T> BitSet answers(List<T> all, @Nullable T wanted) {
        return answers(all.size(), i -> wanted == null || all.get(i).equals(wanted));
    }

    private static BitSet answers(int count, IntPredicate allowed) {
        BitSet answers = new BitSet(count);
        for (int i = 0; i < count; i++) {
            answers.set(i, allowed.test(i));
        }
        return answers;
    }

    /**
     * The most ordinary facts of a region.
     *
     * @param at when they meet the table; absent where that does not matter
     */
    record Example(Facts facts, @Nullable Instant at) {}

    Example example(Region region) {
        int[] first = region.answers().stream().mapToInt(it -> it.nextSetBit(0)).toArray();
        Instant at = instants.get(first[8]);
        return new Example(
                new Facts(
                        List.of(new Problem(natures.get(first[NATURE]), CAUSES.get(first[1]))),
                        first[2] == 0 ? Tier.STANDARD : Tier.VIP,
                        NO_YES.get(first[3]),
                        NO_YES.get(first[4]),
                        NO_YES.get(first[6]),
                        profile.name(),
                        SEVERITIES.get(first[5]),
                        amount(first[7])),
                at.equals(Instant.MIN) ? null : at);
    }
}
