package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.CountAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.EndCount;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteChosen;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCounted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ReleaseCase;
import io.redress.resolution.domain.RemedyTally.Recount;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Accounts go their ways while several processes count them, and each of those may crash, or be late, at any moment. */
class TallyPropertyTest {
    private static final IncidentId INCIDENT = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e90");
    private static final Remedy CREDIT = new Remedy("credit", new Money(new BigDecimal("10.00"), "EUR"), null);
    private static final int ACCOUNTS = 12;
    private static final int STEPS = 1500;
    private static final int RUNS = 60;
    private static final int PAGE = 5;

    private final ResolutionRules rules = Cases.rules();

    @Test
    @Behaviour("R110")
    void every_account_is_counted_once_as_what_it_is_whatever_crashes_and_comes_late() {
        long first = new Random().nextLong();
        for (long seed = first; seed < first + RUNS; seed++) {
            Story story = new Story(new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                story.goOn();
                assertThat(story.tally().accounts().values())
                        .as("seed %s, step %s", seed, step)
                        .allMatch(count -> count >= 0);
            }
            story.countTheRest();
            assertThat(story.tally().accounts().entrySet().stream().filter(it -> it.getValue() > 0))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(story.standings().entrySet());
        }
    }

    @Test
    void a_tally_is_stored_and_read_again_as_it_was_and_an_account_of_before_reads_as_not_counted() {
        JsonMapper mapper = JsonMapper.builder().build();
        RemedyTally tally = new RemedyTally(
                INCIDENT,
                3,
                Map.of(AccountStanding.TOLD, 7L),
                List.of(new Recount("C-1", null, AccountStanding.WANTED)));
        assertThat((ResolutionState) mapper.readerFor(ResolutionState.class)
                        .readValue(mapper.writerFor(ResolutionState.class).writeValueAsBytes(tally)))
                .isEqualTo(tally);

        AffectedAccount before = mapper.readerFor(ResolutionState.class)
                .readValue("{\"@type\":\"AffectedAccount\",\"incidentId\":\"" + INCIDENT
                        + "\",\"account\":\"C-1\",\"listed\":true,\"stage\":{\"@type\":\"Refused\"},\"untold\":[]}");
        assertThat(before.recount()).isEqualTo(new Recount("C-1", null, AccountStanding.REFUSED));
    }

    /** What has been stored, and the processes that work on it. */
    private final class Story {
        private final Random random;
        private final Map<String, ResolutionState> stored = new HashMap<>();
        private final Map<String, CaseId> cases = new HashMap<>();
        private final List<Counter> counters = List.of(new Counter(), new Counter(), new Counter());

        private Story(Random random) {
            this.random = random;
        }

        private void goOn() {
            int dice = random.nextInt(10);
            if (dice < 3) {
                happen("C-" + random.nextInt(ACCOUNTS));
            } else {
                counters.get(random.nextInt(counters.size())).goOn();
            }
        }

        private void happen(String account) {
            CaseId caseId = cases.computeIfAbsent(
                    account + random.nextInt(2),
                    _ -> new CaseId(new UUID(random.nextLong(), random.nextLong()).toString()));
            int attempt = 1 + random.nextInt(3);
            submit(
                    IncidentRemedy.accountOf(INCIDENT, account),
                    switch (random.nextInt(10)) {
                        case 0 -> new AffectAccount(INCIDENT, account, null);
                        case 1, 2 -> new AffectAccount(INCIDENT, account, caseId);
                        case 3, 4 -> new OrderRemedy(CREDIT, NOW);
                        case 5 -> new NoteUnknown(attempt, "Nobody answers.");
                        case 6 ->
                            random.nextBoolean()
                                    ? new NoteRefused(attempt, "It is closed.")
                                    : new NoteExecuted(CREDIT, "ref", NOW);
                        case 7 -> new NoteNeverOrdered(attempt, random.nextBoolean(), null);
                        case 8 -> new NoteCaseTold(caseId);
                        default ->
                            random.nextBoolean() ? new ReleaseCase(caseId) : new NoteChosen(caseId, CREDIT.kind());
                    });
        }

        private void countTheRest() {
            Counter last = new Counter();
            for (int round = 0; round < 3 * ACCOUNTS; round++) {
                last.finish(tally());
                last.noteAll();
                last.look();
                last.count();
                last.noteAll();
            }
        }

        private Map<AccountStanding, Long> standings() {
            Map<AccountStanding, Long> standings = new EnumMap<>(AccountStanding.class);
            accounts().stream()
                    .map(AffectedAccount::standing)
                    .filter(java.util.Objects::nonNull)
                    .forEach(it -> standings.merge(it, 1L, Long::sum));
            return standings;
        }

        private List<AffectedAccount> accounts() {
            return stored.values().stream()
                    .filter(AffectedAccount.class::isInstance)
                    .map(AffectedAccount.class::cast)
                    .toList();
        }

        private RemedyTally tally() {
            return RemedyTally.of(
                    stored.getOrDefault(IncidentRemedy.tallyOf(INCIDENT), rules.initialState()), INCIDENT);
        }

        private void submit(String id, ResolutionCommand command) {
            ResolutionState state = stored.getOrDefault(id, rules.initialState());
            if (rules.decide(state, command, NOW.plusSeconds(random.nextInt(100_000)))
                    instanceof Decision.Accepted<ResolutionFact>(var facts)) {
                for (ResolutionFact fact : facts) {
                    state = rules.evolve(state, fact);
                    stored.put(id, state);
                }
            }
        }

        /** One process: it looks, counts, tells the accounts one by one and then ends the round; or it crashes in between. */
        private final class Counter {
            private @Nullable RemedyTally seen;
            private List<Recount> recounts = List.of();
            private final Deque<Recount> toNote = new ArrayDeque<>();
            private long noting;

            private void goOn() {
                switch (random.nextInt(12)) {
                    case 0 -> crash();
                    case 1, 2 -> count();
                    case 3 -> finish(tally());
                    case 4, 5 -> see();
                    case 6, 7 -> page();
                    default -> note();
                }
            }

            private void crash() {
                seen = null;
                recounts = List.of();
                toNote.clear();
                noting = 0;
            }

            private void look() {
                see();
                page();
            }

            private void see() {
                seen = tally().open().isEmpty() ? tally() : null;
                recounts = List.of();
            }

            private void page() {
                if (seen != null && recounts.isEmpty()) {
                    recounts = accounts().stream()
                            .filter(AffectedAccount::isUncounted)
                            .limit(PAGE)
                            .map(AffectedAccount::recount)
                            .toList();
                }
            }

            private void count() {
                if (seen != null && !recounts.isEmpty()) {
                    submit(
                            IncidentRemedy.tallyOf(INCIDENT),
                            new CountAccounts(INCIDENT, seen.number() + 1, new ArrayList<>(recounts)));
                    if (noting == 0) {
                        finish(tally());
                    }
                }
            }

            private void finish(RemedyTally tally) {
                if (!tally.open().isEmpty()) {
                    noting = tally.number();
                    toNote.clear();
                    toNote.addAll(tally.open());
                }
            }

            private void note() {
                Recount next = toNote.poll();
                if (next != null) {
                    submit(IncidentRemedy.accountOf(INCIDENT, next.account()), new NoteCounted(noting, next.now()));
                } else if (noting > 0) {
                    submit(IncidentRemedy.tallyOf(INCIDENT), new EndCount(noting));
                    noting = 0;
                }
            }

            private void noteAll() {
                while (noting > 0) {
                    note();
                }
            }
        }
    }
}
