package io.redress.resolution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers, a warehouse and the clock in any order: nobody is given what another has. */
class ReservationPropertyTest {
    private static final String RESOURCE = Resource.documentOf(Offers.MODEMS);

    static List<Long> seeds() {
        SplittableRandom random = new SplittableRandom();
        List<Long> seeds = new ArrayList<>(List.of(1L, 2L, 3L));
        for (int n = 0; n < 197; n++) {
            seeds.add(random.nextLong());
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_has_chosen_keeps_it_and_there_are_never_more_than_there_are(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Offers offers = new Offers();
        offers.declare("2");
        List<String> cases = new ArrayList<>();
        for (int n = 0; n < 120; n++) {
            step(offers, cases, random);
            orSaySo(offers, cases, seed);
        }

        offers.settle();

        orSaySo(offers, cases, seed);
        cases.forEach(id -> assertThat(kept(offers, id))
                .as("what %s holds after seed %d", id, seed)
                .containsExactlyInAnyOrderElementsOf(offers.resource().holds().stream()
                        .filter(hold -> hold.caseId().value().equals(id))
                        .map(Hold::id)
                        .toList()));
    }

    private static void step(Offers offers, List<String> cases, SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                if (cases.size() < 8) {
                    cases.add(offers.offered());
                }
            }
            case 2, 3 ->
                any(cases, random).stream()
                        .filter(id -> offers.known(id).progress() instanceof Proposed)
                        .forEach(id -> {
                            List<String> kinds = offers.kinds(id);
                            offers.choose(id, kinds.get(random.nextInt(kinds.size())));
                        });
            case 4 -> offers.declare(Integer.toString(random.nextInt(4)));
            case 5 -> {
                offers.now = offers.now.plus(Duration.ofDays(random.nextInt(6)));
                offers.submit(RESOURCE, new DeadlineReached());
                any(cases, random).forEach(id -> offers.submit(id, new DeadlineReached()));
            }
            case 6 ->
                any(cases, random)
                        .forEach(id ->
                                offers.submit(id, random.nextBoolean() ? new LearnPause() : new LearnResumption()));
            case 7 -> offers.settle(RESOURCE);
            default -> any(cases, random).forEach(offers::settle);
        }
    }

    private static List<String> any(List<String> cases, SplittableRandom random) {
        return cases.isEmpty() ? List.of() : List.of(cases.get(random.nextInt(cases.size())));
    }

    private static void orSaySo(Offers offers, List<String> cases, long seed) {
        Resource resource = offers.resource();
        assertThat(resource.free("")).as("what is left, seed %d", seed).isNotNegative();
        for (String id : cases) {
            Progress progress = offers.known(id).progress();
            boolean chosen = (progress instanceof Progress.Paused(var beneath) ? beneath : progress)
                            instanceof Progress.Executing executing
                    && executing.chosen().kind().equals("replacement");
            if (chosen) {
                assertThat(resource.holds().stream()
                                .filter(Hold::taken)
                                .map(hold -> hold.caseId().value()))
                        .as("who has taken it, seed %d", seed)
                        .contains(id);
            }
        }
    }

    private static List<String> kept(Offers offers, String id) {
        return offers.known(id).assurances().reservations().lines().stream()
                .filter(line -> line.isKept() && line.stage() != Stage.TO_TAKE)
                .map(Reservation::id)
                .toList();
    }
}
