package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.RequestId;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.Negotiation.Fate;
import io.redress.department.domain.Negotiation.Gain;
import io.redress.department.domain.Negotiation.Offer;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationCommand.EndTelling;
import io.redress.department.domain.NegotiationCommand.LosePlace;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.NegotiationCommand.NameDisplaced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever both sides say, in whatever order and however often, and whenever it is begun again from what is stored. */
@Behaviour({"R75", "R76"})
class NegotiationPropertyTest {
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker SILVIA = Speaker.of(FINANCE, "Silvia");

    private final DepartmentDecider decider = new DepartmentDecider();

    @Test
    void the_date_moves_only_by_what_both_accept_or_by_the_stop_of_a_question() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int agreements = 0;
        for (int run = 0; run < 200; run++) {
            agreements += play(random, "seed " + seed + ", run " + run);
        }
        assertThat(agreements).as("seed %d", seed).isPositive();
    }

    private int play(Random random, String as) {
        List<DepartmentFact> stored =
                new ArrayList<>(List.of(new OwnerLearned(ANDREI), new RequestTaken(raised(R1, FINANCE))));
        DepartmentCase state = stored.stream().reduce(decider.initialState(), decider::evolve, (_, last) -> last);
        Instant now = NOW;
        int agreements = 0;
        for (int step = 0; step < 60; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            Instant before = dueAt(state);
            if (!(decider.decide(state, anything(random, now), now)
                    instanceof Decision.Accepted<DepartmentFact>(var facts))) {
                continue;
            }
            stored.addAll(facts);
            state = random.nextInt(4) == 0
                    ? stored.stream().reduce(decider.initialState(), decider::evolve, (_, last) -> last)
                    : facts.stream().reduce(state, decider::evolve, (_, last) -> last);
            agreements += check(before, state, facts, as + ", step " + step);
        }
        return agreements;
    }

    private static int check(Instant before, DepartmentCase state, List<DepartmentFact> facts, String as) {
        List<Object> told = facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> (Object) ((Published) it).event())
                .toList();
        List<DateAgreed> agreed = told.stream()
                .filter(DateAgreed.class::isInstance)
                .map(DateAgreed.class::cast)
                .toList();
        boolean went = told.stream().anyMatch(QuestionAnswered.class::isInstance);
        Instant after = dueAt(state);
        if (agreed.isEmpty() && !went) {
            assertThat(after).as(as).isEqualTo(before);
        }
        Negotiation negotiation = state.dealings().negotiations().about(R1);
        for (DateAgreed it : agreed) {
            Offer accepted = negotiation.offer(it.offerId()).orElseThrow();
            assertThat(after)
                    .as(as)
                    .isEqualTo(it.dueAt())
                    .isEqualTo(accepted.expectation().dueAt());
            assertThat(it.insteadOf()).as(as).isEqualTo(before);
            assertThat(it.by()).as(as).isEqualTo(accepted.to()).isNotEqualTo(accepted.from());
        }
        assertThat(agreed).as(as).hasSizeLessThanOrEqualTo(1);
        assertThat(negotiation.offers().stream().filter(Offer::stands).count())
                .as(as)
                .isLessThanOrEqualTo(1);
        assertThat(negotiation.offers().stream()
                        .filter(it -> it.fate() instanceof Fate.Standing)
                        .allMatch(it -> it.equals(negotiation.offers().getLast())))
                .as(as)
                .isTrue();
        assertThat(negotiation.rounds()).as(as).isBetween(0, Negotiating.MOST_ROUNDS);
        assertThat(negotiation.offers()).as(as).hasSizeLessThanOrEqualTo(Negotiating.MOST_OFFERS);
        return agreed.size();
    }

    private static DepartmentCommand anything(Random random, Instant now) {
        Speaker speaker = random.nextBoolean() ? CONSULTANT : SILVIA;
        String offer = "offer-" + (1 + random.nextInt(12));
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new MakeOffer(
                        R1,
                        speaker.by() + random.nextInt(40),
                        speaker,
                        new Expectation(
                                now.plus(Duration.ofHours(random.nextInt(100))),
                                random.nextInt(4) == 0 ? null : "Because.",
                                null,
                                null,
                                null),
                        null,
                        null);
            case 2, 3, 4 -> new AcceptOffer(R1, offer, speaker);
            case 5 ->
                random.nextBoolean()
                        ? new DeclineOffer(R1, offer, speaker, "No.")
                        : new Reply(question("q" + random.nextInt(20), R1, FINANCE));
            case 6 -> new AnswerQuestion(CASE, "question-" + (1 + random.nextInt(4)), CONSULTANT, "The second.");
            default -> new DeadlineReached();
        };
    }

    @Test
    @Behaviour({"R82", "R92"})
    void exactly_the_displaced_are_told_and_once_each_however_often_the_telling_is_interrupted() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            String as = "seed " + seed + ", run " + run;
            DepartmentCase forward = afterAll(
                    decider.initialState(),
                    List.of(
                            new RequestTaken(raised(R1, FINANCE)),
                            new NegotiationFact.GainKept(R1, new Gain.Gained(DUE, false, NOW))));
            Map<RequestId, DepartmentCase> others = new HashMap<>();
            IntStream.rangeClosed(2, 8)
                    .mapToObj(n -> RequestId.of(CASE, n))
                    .forEach(id -> others.put(
                            id, afterAll(decider.initialState(), List.of(new RequestTaken(raised(id, FINANCE))))));
            List<RequestId> told = new ArrayList<>();
            Set<RequestId> named = Set.of();
            while (!(gain(forward) instanceof Gain.Told)) {
                if (gain(forward) instanceof Gain.Gained) {
                    List<Displaced> found = others.keySet().stream()
                            .filter(_ -> random.nextBoolean())
                            .map(it -> new Displaced(it, null, null))
                            .toList();
                    forward = afterAll(forward, facts(forward, new NameDisplaced(R1, found.size(), found)));
                    named = found.stream().map(Displaced::requestId).collect(Collectors.toSet());
                } else if (gain(forward) instanceof Gain.Telling(var _, var _, var _, var _, var first)) {
                    boolean all = true;
                    for (Displaced it : first) {
                        if (random.nextInt(6) == 0) {
                            all = false;
                            break;
                        }
                        DepartmentCase displaced = Objects.requireNonNull(others.get(it.requestId()));
                        List<DepartmentFact> facts = facts(displaced, new LosePlace(it, R1));
                        facts.stream().filter(Published.class::isInstance).forEach(_ -> told.add(it.requestId()));
                        others.put(it.requestId(), afterAll(displaced, facts));
                    }
                    forward = all ? afterAll(forward, facts(forward, new EndTelling(R1))) : forward;
                }
            }
            assertThat(told).as(as).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static @Nullable Gain gain(DepartmentCase state) {
        return state.dealings().negotiations().about(R1).gain();
    }

    private List<DepartmentFact> facts(DepartmentCase state, DepartmentCommand command) {
        return decider.decide(state, command, NOW) instanceof Decision.Accepted<DepartmentFact>(var facts)
                ? facts
                : List.of();
    }

    private DepartmentCase afterAll(DepartmentCase state, List<DepartmentFact> facts) {
        return facts.stream().reduce(state, decider::evolve, (_, last) -> last);
    }

    private static Instant dueAt(DepartmentCase state) {
        Request request = state.request(R1);
        return request == null ? DUE : request.ask().dueAt();
    }
}
