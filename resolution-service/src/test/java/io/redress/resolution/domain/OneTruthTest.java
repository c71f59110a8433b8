package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Stated.LEGAL;
import static io.redress.resolution.domain.Stated.MANUFACTURING;
import static io.redress.resolution.domain.Stated.PR;
import static io.redress.resolution.domain.Stated.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimMade;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.ClaimEvent.CorrectionHeard;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.contracts.ResolutionEvent;
import io.redress.resolution.domain.ClaimCommand.ClearClaim;
import io.redress.resolution.domain.ClaimCommand.ClearStatement;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import io.redress.resolution.domain.ClaimFact.DatePromised;
import io.redress.resolution.domain.ClaimFact.DateReleased;
import io.redress.resolution.domain.ClaimFact.HearingClosed;
import io.redress.resolution.domain.ClaimFact.HearingOpened;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rule 7: no customer ever receives two contradictory live claims, over any channel. */
class OneTruthTest {
    private static final int INTERLEAVINGS = 10_000;
    private static final int STEPS = 24;
    private static final List<DepartmentCode> DEPARTMENTS = List.of(FINANCE, LOGISTICS, MANUFACTURING, PR, LEGAL);
    private static final List<String> KEYS = List.of("delivery.date", "refund.amount", "fault.admitted");
    private static final List<String> SPELLINGS = List.of("Delivery Date", "refund_amount", "fault-admitted");
    private static final List<String> VALUES = List.of("20", "21", "22");

    @Test
    @Behaviour({"R20", "R51", "R52", "R126"})
    void no_customer_ever_receives_two_contradictory_live_claims() {
        long seed = Long.getLong("redress.seed", System.nanoTime());
        SplittableRandom seeds = new SplittableRandom(seed);
        Map<Class<?>, Integer> seen = new HashMap<>();
        for (int i = 0; i < INTERLEAVINGS; i++) {
            long own = seeds.nextLong();
            Interleaving interleaving = new Interleaving(new Random(own), "seed " + seed + ", interleaving " + own);
            interleaving.run();
            interleaving.stated.log().forEach(event -> seen.merge(event.getClass(), 1, Integer::sum));
        }
        System.out.println("one truth: seed " + seed + ", " + seen.get(StatementReleased.class) + " statements, "
                + seen.get(ClaimSuperseded.class) + " superseded, " + seen.get(CustomerCorrected.class)
                + " corrections");
        assertThat(seen)
                .containsKeys(
                        StatementReleased.class,
                        ClaimSuperseded.class,
                        ClaimWithdrawn.class,
                        ClaimContested.class,
                        ContestEnded.class,
                        CorrectionHeard.class,
                        CustomerCorrected.class,
                        StatementHeld.class,
                        PromiseMade.class,
                        PromiseCorrected.class);
    }

    /** Departments speak in any order; what is told travels with delays and repetitions, and a customer reads along. */
    private static final class Interleaving {
        private final Stated stated;
        private final Customer customer;
        private final Inside inside;
        private final Random random;
        private final Deque<ResolutionCommand> travelling = new ArrayDeque<>();
        private int statements;

        Interleaving(Random random, String name) {
            this.random = random;
            this.stated = random.nextInt(4) == 0 ? Stated.gatedBy(PR) : Stated.routedCase();
            this.customer = new Customer(name);
            this.inside = new Inside(name);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                step();
                inside.read(stated);
                if (random.nextInt(3) == 0) {
                    customer.deliver(stated.log(), random);
                }
            }
            stated.later(Stated.TO_HEAR);
            stated.accept(new DeadlineReached());
            inside.read(stated);
            customer.deliverAll(stated.log());
            customer.holdsOnlyWhatIsLive(stated.claims());
        }

        private void step() {
            ResolutionCommand command = command();
            stated.decide(command);
            if (random.nextInt(5) == 0) {
                // A client that did not get the answer sends it again.
                stated.decide(command);
            }
        }

        private ResolutionCommand command() {
            return switch (random.nextInt(17)) {
                case 0, 1 -> new MakeClaim(one(SPELLINGS), one(VALUES), null, from(one(DEPARTMENTS)));
                case 2, 3 -> Stated.answer(one(DEPARTMENTS), one(KEYS), one(VALUES), stated.now());
                case 11 -> lagging();
                case 12 -> new ClearStatement("s" + (1 + random.nextInt(statements + 1)), from(one(DEPARTMENTS)));
                case 13 -> Stated.statement("s" + ++statements, Channel.PRIVATE, one(DEPARTMENTS), "We are sorry.");
                case 14 -> new Choose("p1", "o1", "webshop");
                case 15 -> promiseMoves();
                case 4 -> new SupersedeClaim(anyClaim(), one(VALUES), "It is so.", null, Stated.supervisor());
                case 5 -> new WithdrawClaim(anyClaim(), "It is not so.", Stated.supervisor());
                case 6 -> new ClearClaim(anyClaim(), from(LEGAL));
                case 7 -> new HearCorrection(anyClaim(), from(one(DEPARTMENTS)));
                case 8, 9, 10 -> statement();
                default -> pass();
            };
        }

        /** Written now, or said again by an answer that was written earlier. */
        private ResolutionCommand lagging() {
            if (travelling.isEmpty() || random.nextBoolean()) {
                travelling.add(Stated.answer(one(DEPARTMENTS), one(KEYS), one(VALUES), stated.now()));
                return pass();
            }
            return travelling.removeFirst();
        }

        private ResolutionCommand promiseMoves() {
            List<Promise> open = stated.promises().open();
            return open.isEmpty()
                    ? pass()
                    : new CorrectPromise(
                            one(open).id(),
                            stated.now().plus(Duration.ofDays(random.nextInt(20))),
                            "It is so.",
                            "andrei");
        }

        private ResolutionCommand statement() {
            Channel channel = one(List.of(Channel.values()));
            String more = random.nextBoolean() ? " and {claim:" + one(KEYS) + "}" : "";
            return Stated.statement(
                    "s" + ++statements,
                    channel,
                    channel == Channel.PUBLIC ? PR : one(DEPARTMENTS),
                    "It is {claim:" + one(SPELLINGS) + "}" + more + ".");
        }

        private ResolutionCommand pass() {
            stated.later(Duration.ofMinutes(random.nextInt(120)));
            return switch (random.nextInt(4)) {
                case 0 -> new LearnPause();
                case 1 -> new LearnResumption();
                default -> new DeadlineReached();
            };
        }

        private String anyClaim() {
            List<StatedClaim> ledger = stated.claims().ledger();
            return ledger.isEmpty() ? "c1" : one(ledger).claimId();
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    /** What is live follows from the log alone; and nobody outside is told before those inside. */
    private static final class Inside {
        private final String name;
        private final Map<String, String> live = new HashMap<>();
        private final Map<String, Set<String>> contested = new HashMap<>();
        private final Map<String, Set<DepartmentCode>> unaware = new HashMap<>();
        private final Map<String, Instant> since = new HashMap<>();
        private int read;

        Inside(String name) {
            this.name = name;
        }

        void read(Stated stated) {
            List<ResolutionFact> facts = stated.facts();
            while (read < facts.size()) {
                note(facts.get(read++), stated.now());
            }
            for (String key : KEYS) {
                assertThat(stated.claims().ledger().stream()
                                .filter(it -> it.live() && it.key().equals(key)))
                        .as(name)
                        .hasSizeLessThanOrEqualTo(1);
                stated.claims().live(key).ifPresent(live -> isItsLastWord(stated.claims(), live));
            }
        }

        /** However answers and calls overtake each other, a department's older word never takes the place of its newer one. */
        private void isItsLastWord(Claims claims, StatedClaim live) {
            assertThat(claims.ledger().stream()
                            .filter(it -> it.key().equals(live.key())
                                    && it.department().equals(live.department())
                                    && !it.contested()))
                    .as(name)
                    .allSatisfy(it -> assertThat(it.statedAt()).isBeforeOrEqualTo(live.statedAt()));
        }

        private void note(ResolutionFact fact, Instant now) {
            switch (fact) {
                case Published(var event) -> note(event, now);
                case HearingOpened it -> since.putIfAbsent(it.key(), now);
                case HearingClosed it -> heard(it.key(), unaware(it.key()), now);
                case DatePromised it -> live.put(it.claim().key(), it.claim().value());
                case DateReleased it -> {
                    live.remove(it.key());
                    unaware(it.key()).clear();
                    since.remove(it.key());
                }
                default -> {}
            }
        }

        private void note(ResolutionEvent event, Instant now) {
            switch (event) {
                case ClaimMade it -> {
                    assertThat(live).as(name).doesNotContainKey(it.key());
                    live.put(it.key(), it.value());
                }
                case ClaimSuperseded it -> {
                    assertThat(live).as(name).containsEntry(it.key(), it.value());
                    live.put(it.key(), it.newValue());
                    changed(it.key(), it.repeatedBy(), it.department());
                }
                case ClaimWithdrawn it
                when !open(it.key()).contains(it.claimId()) -> {
                    live.remove(it.key());
                    changed(it.key(), it.repeatedBy(), it.department());
                }
                case ClaimContested it -> open(it.key()).add(it.claimId());
                case ContestEnded it -> open(it.key()).remove(it.claimId());
                case CorrectionHeard it -> unaware(it.key()).remove(it.department());
                case StatementReleased it -> it.cites().forEach(this::isSayable);
                case CustomerCorrected it -> corrected(it, now);
                default -> {}
            }
        }

        private void changed(String key, List<DepartmentCode> relying, DepartmentCode by) {
            unaware(key).addAll(relying);
            unaware(key).remove(by);
        }

        private void isSayable(Citation cited) {
            assertThat(live).as(name).containsEntry(cited.key(), cited.value());
            assertThat(open(cited.key())).as(name).isEmpty();
            assertThat(unaware(cited.key())).as(name).isEmpty();
        }

        private void corrected(CustomerCorrected it, Instant now) {
            assertThat(unaware(it.key())).as(name).isEqualTo(new HashSet<>(it.unheard()));
            if (it.value() != null) {
                assertThat(open(it.key())).as(name).isEmpty();
            }
            heard(it.key(), unaware(it.key()), now);
        }

        private void heard(String key, Set<DepartmentCode> silent, Instant now) {
            if (!silent.isEmpty()) {
                assertThat(now)
                        .as(name)
                        .isAfterOrEqualTo(since.getOrDefault(key, Instant.MAX.minus(Stated.TO_HEAR))
                                .plus(Stated.TO_HEAR));
            }
            silent.clear();
            since.remove(key);
        }

        private Set<String> open(String key) {
            return contested.computeIfAbsent(key, _ -> new HashSet<>());
        }

        private Set<DepartmentCode> unaware(String key) {
            return unaware.computeIfAbsent(key, _ -> new HashSet<>());
        }
    }

    /** Receives, in the order of the log, each message once whatever is delivered twice, and believes what was said last. */
    private static final class Customer {
        private final String name;
        private final Map<String, String> believes = new HashMap<>();
        private int applied;

        Customer(String name) {
            this.name = name;
        }

        void deliver(List<ResolutionEvent> log, Random random) {
            int from = random.nextInt(applied + 1);
            int to = applied + random.nextInt(log.size() - applied + 1);
            deliver(log, from, to);
        }

        void deliverAll(List<ResolutionEvent> log) {
            deliver(log, 0, log.size());
        }

        private void deliver(List<ResolutionEvent> log, int from, int to) {
            for (int i = from; i < to; i++) {
                // As every consumer does, by the sequence of the case.
                if (i >= applied) {
                    receive(log.get(i));
                    applied = i + 1;
                }
            }
        }

        private void receive(ResolutionEvent event) {
            if (event instanceof StatementReleased released) {
                for (Citation cited : released.cites()) {
                    assertThat(believes.getOrDefault(cited.key(), cited.value()))
                            .as(name)
                            .isEqualTo(cited.value());
                    believes.put(cited.key(), cited.value());
                }
            } else if (event instanceof PromiseMade made) {
                believes.putIfAbsent("delivery.date", day(made.dueAt()));
            } else if (event instanceof PromiseReleased) {
                believes.remove("delivery.date");
            } else if (event instanceof PromiseInfeasible slip) {
                if (slip.newDueAt() != null && day(slip.dueAt()).equals(believes.get("delivery.date"))) {
                    believes.put("delivery.date", day(slip.newDueAt()));
                }
            } else if (event instanceof PromiseCorrected moved) {
                // Only a later date is told, and takes the place of the former.
                if (moved.dueAt().isAfter(moved.previousDueAt())
                        && day(moved.previousDueAt()).equals(believes.get("delivery.date"))) {
                    believes.put("delivery.date", day(moved.dueAt()));
                }
            } else if (event instanceof CustomerCorrected corrected) {
                assertThat(believes).as(name).containsEntry(corrected.key(), corrected.oldValue());
                String value = corrected.value();
                if (value == null) {
                    believes.remove(corrected.key());
                } else {
                    assertThat(value).as(name).isNotEqualTo(corrected.oldValue());
                    believes.put(corrected.key(), value);
                }
            }
        }

        private static String day(Instant at) {
            return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        }

        void holdsOnlyWhatIsLive(Claims claims) {
            believes.forEach((key, value) -> assertThat(claims.live(key))
                    .as(name)
                    .hasValueSatisfying(live -> assertThat(live.value()).isEqualTo(value)));
        }
    }
}
