package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IncidentId;
import io.redress.resolution.domain.IncidentRemedyCommand.CountAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.EndCount;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsCounted;
import io.redress.resolution.domain.IncidentRemedyFact.CountEnded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts of an incident are how far. It is counted in rounds, one after the other: the next one begins only when
 * each account of the last one knows as what it was counted, so that a crash in between counts nobody twice.
 *
 * @param number of the last round, from 1; 0 before the first
 * @param accounts how many are counted as what
 * @param open those of the last round, until each of them knows; at most {@value #MOST_AT_ONCE}
 */
public record RemedyTally(IncidentId incidentId, long number, Map<AccountStanding, Long> accounts, List<Recount> open)
        implements IncidentRemedy {
    /** So many accounts in one round. */
    public static final int MOST_AT_ONCE = 200;

    public RemedyTally {
        accounts = Map.copyOf(accounts);
        open = List.copyOf(open);
    }

    /**
     * One account that is counted anew.
     *
     * @param before as what it was counted; absent where it was not
     * @param now as what it is counted from this round on; absent where the incident has not affected it after all
     */
    public record Recount(
            String account,
            @Nullable AccountStanding before,
            @Nullable AccountStanding now) {}

    /** The tally in this state; before the first round an empty one. */
    public static RemedyTally of(ResolutionState state, IncidentId incident) {
        return state instanceof RemedyTally tally ? tally : new RemedyTally(incident, 0, Map.of(), List.of());
    }

    /** How many are counted as that. */
    public long count(AccountStanding standing) {
        return accounts.getOrDefault(standing, 0L);
    }

    static Decision<ResolutionFact> decide(ResolutionState state, IncidentRemedyCommand.OfTally command) {
        return switch (command) {
            // Whoever looked at the accounts before the last round ended may have seen what it has changed since.
            case CountAccounts(var incident, var number, var recounts) -> {
                RemedyTally tally = of(state, incident);
                yield number == tally.number + 1 && tally.open.isEmpty() && recounts.size() <= MOST_AT_ONCE
                        ? Decision.accept(new AccountsCounted(incident, recounts))
                        : Decision.nothing();
            }
            case EndCount(var number) ->
                state instanceof RemedyTally tally && tally.number == number && !tally.open.isEmpty()
                        ? Decision.accept(new CountEnded())
                        : Decision.nothing();
        };
    }

    RemedyTally counted(List<Recount> recounts) {
        Map<AccountStanding, Long> sums = new EnumMap<>(AccountStanding.class);
        sums.putAll(accounts);
        for (Recount recount : recounts) {
            add(sums, recount.before(), -1);
            add(sums, recount.now(), 1);
        }
        return new RemedyTally(incidentId, number + 1, sums, recounts);
    }

    private static void add(Map<AccountStanding, Long> sums, @Nullable AccountStanding standing, long more) {
        if (standing != null) {
            sums.merge(standing, more, Long::sum);
        }
    }

    RemedyTally ended() {
        return new RemedyTally(incidentId, number, accounts, List.of());
    }
}
