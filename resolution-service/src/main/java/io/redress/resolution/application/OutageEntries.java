package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.Membership;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.RemedyTally;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where whoever carries out the remedies of incidents finds what is still to be done: indexes, never a scan. */
final class OutageEntries {
    /** Cases whose account has still to hear to which incident they belong. */
    private static final String UNSETTLED = "incident-unsettled";
    /** The cases of an incident that have not received its remedy. */
    private static final String MEMBERS = "incident-cases";
    /** Incidents with lists of accounts that have not reached them. */
    private static final String SPREADING = "incident-spreading";
    /** Incidents whose cases have still to hear whether to expect a remedy. */
    private static final String UNHEARD = "incident-unheard";
    /** Incidents whose remedy is being carried out. */
    private static final String EXECUTING = "incident-executing";
    /** Accounts that are to receive a remedy, by incident, and from when on it may be ordered. */
    private static final String WANTED = "remedy-wanted";
    /** Accounts of which it is not known what became of their remedy, by when it is to be asked. */
    private static final String ORDERED = "remedy-ordered";
    /** Accounts with cases that have not heard how it ended. */
    private static final String UNTOLD = "remedy-untold";

    /** Accounts that are further than their incident's tally has counted them. */
    private static final String UNCOUNTED = "remedy-uncounted";
    /** Tallies of which not each account knows as what it was counted. */
    private static final String COUNTING = "remedy-counting";

    private static final String ALL = "all";

    private OutageEntries() {}

    static List<IndexEntry> of(ResolutionState state) {
        return switch (state) {
            case ResolutionCase known -> of(known.assurances().membership());
            case RemedyPlan plan -> of(plan);
            case AffectedAccount account -> of(account);
            case RemedyTally tally -> tally.open().isEmpty() ? List.of() : List.of(all(COUNTING));
            default -> List.of();
        };
    }

    private static List<IndexEntry> of(Membership membership) {
        List<IndexEntry> entries = new ArrayList<>(2);
        if (membership.isUnsettled()) {
            entries.add(all(UNSETTLED));
        }
        if (membership.incident() != null && membership.remedied() == null) {
            entries.add(IndexEntry.sorted(MEMBERS, membership.incident().value(), ""));
        }
        return entries;
    }

    private static List<IndexEntry> of(RemedyPlan plan) {
        List<IndexEntry> entries = new ArrayList<>(3);
        if (plan.spread() < plan.listed()) {
            entries.add(all(SPREADING));
        }
        if (plan.heard() < plan.word()) {
            entries.add(all(UNHEARD));
        }
        if (plan.isExecuting()) {
            entries.add(all(EXECUTING));
        }
        return entries;
    }

    private static List<IndexEntry> of(AffectedAccount account) {
        List<IndexEntry> entries = new ArrayList<>(toDo(account));
        if (account.isUncounted()) {
            entries.add(all(UNCOUNTED));
        }
        return entries;
    }

    private static List<IndexEntry> toDo(AffectedAccount account) {
        if (account.isWanting()) {
            return List.of(IndexEntry.sorted(WANTED, account.incidentId().value(), inOrder(account.wantedFrom())));
        }
        if (account.stage() instanceof Ordered ordered) {
            return List.of(IndexEntry.sorted(ORDERED, ALL, inOrder(ordered.askAt())));
        }
        return account.isSettled() && !account.untold().isEmpty() ? List.of(all(UNTOLD)) : List.of();
    }

    private static IndexEntry all(String index) {
        return IndexEntry.sorted(index, ALL, "");
    }

    private static String inOrder(Instant at) {
        return String.format(Locale.ROOT, "%016x", Math.max(0, at.toEpochMilli()));
    }

    static IndexQuery unsettled(int limit) {
        return IndexQuery.first(UNSETTLED, ALL, limit);
    }

    static IndexQuery members(String incident, String after, int limit) {
        return new IndexQuery(MEMBERS, incident, after, limit);
    }

    static IndexQuery spreading(int limit) {
        return IndexQuery.first(SPREADING, ALL, limit);
    }

    static IndexQuery unheard(int limit) {
        return IndexQuery.first(UNHEARD, ALL, limit);
    }

    static IndexQuery executing(int limit) {
        return IndexQuery.first(EXECUTING, ALL, limit);
    }

    static IndexQuery wanted(String incident, int limit) {
        return IndexQuery.first(WANTED, incident, limit);
    }

    static IndexQuery ordered(int limit) {
        return IndexQuery.first(ORDERED, ALL, limit);
    }

    static IndexQuery uncounted(int limit) {
        return IndexQuery.first(UNCOUNTED, ALL, limit);
    }

    static IndexQuery counting(int limit) {
        return IndexQuery.first(COUNTING, ALL, limit);
    }

    static IndexQuery untold(int limit) {
        return IndexQuery.first(UNTOLD, ALL, limit);
    }
}
