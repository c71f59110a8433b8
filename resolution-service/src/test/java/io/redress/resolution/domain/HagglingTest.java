package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.FRONT_DESK;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.euro;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static io.redress.resolution.domain.ClearingTest.renewed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.ClearanceEvent.ProposalDeclined;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Flexibility;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ClearanceCommand.Haggle;
import io.redress.resolution.domain.ClearanceFact.Bargained;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The customer says something else than a choice. */
class HagglingTest {
    private static final Clearing CLEARING = new Clearing(
            Cases.limits(),
            new OptionKinds(Cases.catalogue()),
            Cases.catalogue().takesLonger(),
            (known, _) -> known);

    private final Ruled ruled = new Ruled().after(routed(FINANCE), answered(1, FINANCE, true, REFUND, CREDIT));

    @Test
    @Behaviour({"R109", "R148"})
    void how_far_it_can_be_bargained_over_is_said_in_the_proposal() {
        assertThat(ruled.proposal().flexibility())
                .isEqualTo(new Flexibility(3, List.of(Dimension.TIME, Dimension.COST, Dimension.QUALITY)));
    }

    @Test
    @Behaviour({"R109", "R148"})
    void a_counter_goes_to_those_who_had_the_ideas_and_all_of_it_stays_possible() {
        assertThat(ruled.decide(counter("p1", Dimension.TIME))).isEmpty();

        assertThat(ruled.told(ProposalCountered.class)).singleElement().satisfies(it -> {
            assertThat(it.round()).isEqualTo(1);
            assertThat(it.wants()).isEqualTo(Dimension.TIME);
            assertThat(it.roundsLeft()).isEqualTo(2);
        });
        assertThat(ruled.told(ProposalReturned.class)).singleElement().satisfies(it -> {
            assertThat(it.departments()).containsExactly(FINANCE);
            assertThat(it.reason())
                    .isEqualTo("The customer would agree if it were sooner, within 1 working days: Please.");
        });
        assertThat(ruled.decide(counter("p1", Dimension.TIME))).isEmpty();
        assertThat(ruled.told(ProposalCountered.class)).hasSize(1);

        OptionIdea sooner = new OptionIdea("refund", "We pay it back tomorrow.", null, 1, null);
        ruled.after(renewed("p1", 5, FINANCE), answered(5, FINANCE, true, sooner));

        assertThat(ruled.proposal().options())
                .extracting(Option::title)
                .containsExactly(sooner.title(), CREDIT.title());
        assertThat(ruled.proposal().flexibility())
                .isEqualTo(new Flexibility(2, List.of(Dimension.TIME, Dimension.COST, Dimension.QUALITY)));
    }

    @Test
    @Behaviour({"R106", "R109"})
    void what_was_declined_is_not_offered_again_and_the_last_no_brings_the_consultant() {
        List<String> kinds = List.of("repair", "voucher", "discount");
        for (int round = 1; round <= 3; round++) {
            String kind = kinds.get(round - 1);
            assertThat(ruled.decide(decline("p" + round))).isEmpty();
            ruled.after(
                    renewed("p" + round, 4 + round, FINANCE),
                    answered(4 + round, FINANCE, true, new OptionIdea(kind, "Another.", null, 1, null)));
            // Where money was declined, the company itself has one more way; once it was declined, none.
            assertThat(ruled.proposal().options())
                    .extracting(Option::kind)
                    .containsExactlyElementsOf(round == 1 ? List.of(kind, "replacement") : List.of(kind));
        }

        assertThat(ruled.told(ProposalReturned.class))
                .extracting(ProposalReturned::departments)
                .containsExactly(List.of(FINANCE), List.of(FINANCE), List.of(FRONT_DESK));
        assertThat(ruled.told(ProposalDeclined.class))
                .extracting(ProposalDeclined::round)
                .containsExactly(1, 2, 3);
        assertThat(ruled.told(ProposalDeclined.class))
                .extracting(ProposalDeclined::roundsLeft)
                .containsExactly(2, 1, 0);
        assertThat(ruled.proposal().flexibility()).isEqualTo(new Flexibility(0, List.of()));
        assertThat(ruled.decide(counter("p4", Dimension.COST))).isEqualTo("no-rounds-left");
        assertThat(ruled.decide(decline("p4"))).isEqualTo("no-rounds-left");
        assertThat(ruled.decide(new Choose("p4", "o1", "webshop"))).isEmpty();
    }

    @Test
    @Behaviour("R106")
    void what_the_company_has_declared_is_not_offered_again_once_it_was_declined() {
        Ruled declared = new Ruled().after(routed(FINANCE), answered(1, FINANCE, true));
        assertThat(declared.proposal().options()).extracting(Option::kind).containsExactly("replacement", "refund");

        declared.after(decline("p1"), renewed("p1", 5, FINANCE), answered(5, FINANCE, true));

        assertThat(declared.proposal().options()).extracting(Option::kind).containsExactly("clarification");
    }

    @Test
    void a_department_may_have_a_better_idea_of_a_kind_that_was_declined() {
        ruled.after(
                decline("p1"),
                renewed("p1", 5, FINANCE),
                answered(5, FINANCE, true, new OptionIdea("refund", "All of it, tomorrow.", null, 1, null)));

        assertThat(ruled.proposal().options()).extracting(Option::title).contains("All of it, tomorrow.");
    }

    @Test
    @Behaviour("R108")
    void what_was_refused_at_a_gate_is_not_declared_again() {
        Ruled refused = new Ruled()
                .after(ClearingTest.routedWith(LOGISTICS, ClearingTest.gate(FINANCE)), answered(1, LOGISTICS, true));
        assertThat(refused.draft().draft().options()).extracting(Option::kind).containsExactly("replacement", "refund");

        refused.after(
                new Clear("invoice-terms-need-finance", false, "Neither.", "mircea"),
                renewed("p1", 5, LOGISTICS),
                answered(5, LOGISTICS, true));

        assertThat(refused.draft().draft().options()).extracting(Option::kind).containsExactly("clarification");
    }

    @Test
    @Behaviour("R114")
    void what_has_failed_is_not_declared_again_after_the_customer_has_declined_what_was_left() {
        Ruled failed = new Ruled()
                .after(
                        routed(FINANCE),
                        answered(1, FINANCE, true),
                        new Choose("p1", "o1", "webshop"),
                        stepAnswered("p1-o1-s1", FINANCE, false),
                        decline("p2"),
                        renewed("p2", 5, FINANCE),
                        answered(5, FINANCE, true));

        assertThat(failed.proposal().options()).extracting(Option::kind).containsExactly("clarification");
    }

    @Test
    void a_case_that_was_opened_again_can_be_bargained_over_anew() {
        Clearances bargained =
                Clearances.NONE.after(new Bargained(new Bargain("p1", null, "No.", null, null, "webshop")));
        assertThat(bargained.rounds()).isEqualTo(1);

        Clearances reopened =
                bargained.after(new Published(new CaseReopened(CASE, "It broke again.", "andrei", NOW, 1, 1)));

        assertThat(reopened.rounds()).isZero();
        assertThat(reopened.last()).isNull();
    }

    @Test
    void only_what_is_proposed_can_be_bargained_over() {
        assertThat(ruled.decide(counter("p9", Dimension.COST))).isEqualTo("unknown-proposal");
        assertThat(new Ruled().after(routed(FINANCE)).decide(decline("p1"))).isEqualTo("not-proposed");
        assertThat(ruled.after(new LearnPause()).decide(decline("p1"))).isEqualTo("merged");
        ruled.after(new LearnResumption()).later(Duration.ofDays(20));
        assertThat(ruled.decide(decline("p1"))).isEqualTo("proposal-expired");
    }

    @Test
    @Behaviour("R106")
    void a_choice_is_kept_with_the_options_as_they_were_seen() {
        String seen = OptionDigest.of(ruled.proposal().options());
        ruled.after(new Choose("p1", "o2", "webshop"));

        assertThat(ruled.told(OptionChosen.class))
                .singleElement()
                .satisfies(it -> assertThat(it.optionsDigest()).isEqualTo(seen).hasSize(64));
    }

    /** Rule 9, and rule 6 with it. */
    @RepeatedTest(200)
    @Behaviour({"R36", "R111", "R108"})
    void nothing_is_carried_out_before_the_choice_and_nothing_proposed_before_it_is_cleared() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Ruled it = new Ruled();
        for (int i = 0; i < 60; i++) {
            int proposals = it.told(SolutionsProposed.class).size();
            it.later(Duration.ofHours(random.nextInt(30))).decide(any(random, it));
            boolean chosen = !it.told(OptionChosen.class).isEmpty();
            assertThat(chosen || it.told(ExecutionStepStarted.class).isEmpty())
                    .as("seed %d: a step only after a choice", seed)
                    .isTrue();
            // What the customer has seen cannot be called back by what is learned later.
            if (it.told(SolutionsProposed.class).size() > proposals && it.progress() instanceof Proposed proposed) {
                assertThat(CLEARING.awaited(it.known(), proposed.proposal()))
                        .as("seed %d: proposed before it was cleared", seed)
                        .isEmpty();
            }
            if (it.progress() instanceof Gathering) {
                assertThat(it.clearances().open()).as("seed %d", seed).isEmpty();
            }
        }
    }

    private static ResolutionCommand any(Random random, Ruled it) {
        String current = it.progress() instanceof Proposed proposed
                ? proposed.proposal().proposalId()
                : "p" + (1 + random.nextInt(3));
        String gate = it.clearances().open().isEmpty()
                ? "payment-plan-needs-finance"
                : it.clearances().open().getFirst().gate();
        List<Supplier<ResolutionCommand>> commands = List.of(
                () -> routed(FINANCE, LOGISTICS),
                () -> ClearingTest.routedWith(LOGISTICS, ClearingTest.gate(FINANCE)),
                () -> ClearingTest.rerouted(random.nextBoolean(), gates(random)),
                () -> answered(1 + random.nextInt(9), random.nextBoolean() ? FINANCE : LOGISTICS, true, idea(random)),
                () -> answered(1 + random.nextInt(2), FINANCE, random.nextBoolean(), REFUND, idea(random)),
                () -> new ForgetAnswer(Cases.request(1 + random.nextInt(9))),
                () -> new Clear(gate, random.nextInt(3) > 0, "Looked at.", random.nextBoolean() ? "silvia" : "mircea"),
                () -> new Clear(gate, true, null, "mircea"),
                () -> new Choose(current, "o" + (1 + random.nextInt(3)), "webshop"),
                () -> counter(current, Dimension.COST),
                () -> decline(current),
                () -> renewed(current, 3 + random.nextInt(6), FINANCE),
                () -> renewed("p" + (1 + random.nextInt(3)), 3 + random.nextInt(6), LOGISTICS),
                () -> stepAnswered(current + "-o1-s1", FINANCE, random.nextBoolean()),
                LearnPause::new,
                LearnResumption::new,
                DeadlineReached::new);
        return commands.get(random.nextInt(commands.size())).get();
    }

    private static OptionIdea idea(Random random) {
        String kind = List.of("payment-plan", "replacement", "credit", "termination", "barter")
                .get(random.nextInt(5));
        return ClearingTest.worth(kind, euro(random.nextInt(3_000) + ".00"));
    }

    private static Gate[] gates(Random random) {
        return random.nextBoolean() ? new Gate[0] : new Gate[] {ClearingTest.gate(LOGISTICS)};
    }

    private static Haggle counter(String proposalId, Dimension wants) {
        return new Haggle(new Bargain(proposalId, wants, "Please.", null, 1, "webshop"));
    }

    private static Haggle decline(String proposalId) {
        return new Haggle(new Bargain(proposalId, null, "None of it.", null, null, "webshop"));
    }
}
