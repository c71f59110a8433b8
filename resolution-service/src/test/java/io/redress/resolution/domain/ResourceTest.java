package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.resolution.domain.ResourceCommand.DeclareResource;
import io.redress.resolution.domain.ResourceCommand.HoldFor;
import io.redress.resolution.domain.ResourceCommand.NoteLapseTold;
import io.redress.resolution.domain.ResourceCommand.ReleaseHeld;
import io.redress.resolution.domain.ResourceCommand.TakeHeld;
import io.redress.resolution.domain.ResourceCommand.UseUp;
import io.redress.resolution.domain.ResourceTerms.Kind;
import io.redress.resolution.domain.ResourceTerms.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourceTest {
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(14));

    private final ResolutionRules rules = Cases.rules();
    private ResolutionState state = rules.initialState();

    @Test
    void first_come_first_held_and_nobody_else_is_offered_the_last_one() {
        declare(null, stock("1"));

        assertThat(facts(hold("a", "1"))).hasSize(1);
        assertThat(code(hold("b", "1"))).isEqualTo("not-enough");
        assertThat(facts(hold("a", "1"))).isEmpty();
        release("a");
        assertThat(facts(hold("b", "1"))).hasSize(1);
    }

    @Test
    void nothing_is_held_of_what_nobody_has_declared() {
        assertThat(code(hold("a", "1"))).isEqualTo("not-known");
        declare(null, new ResourceTerms(Kind.APPOINTMENTS, LOGISTICS, null, List.of(part("monday", "1"))));
        assertThat(code(hold("a", "1"))).isEqualTo("not-known");
        assertThat(facts(submit(new HoldFor("a", CASE, "monday", BigDecimal.ONE, UNTIL))))
                .hasSize(1);
        assertThat(code(submit(new HoldFor("b", CASE, "monday", BigDecimal.ONE, UNTIL))))
                .isEqualTo("not-enough");
    }

    @Test
    void where_there_is_less_the_newest_lose_it_and_who_has_chosen_keeps_it() {
        declare(null, stock("3"));
        hold("a", "1");
        hold("b", "1");
        hold("c", "1");
        submit(new TakeHeld("c"));

        assertThat(facts(declare(1L, stock("2"))))
                .contains(new ResourceFact.HoldLapsed("b", MissingReason.REDUCED))
                .hasSize(2);
        assertThat(code(declare(2L, stock("0")))).isEqualTo("already-taken");
        assertThat(code(submit(new TakeHeld("b")))).isEqualTo("not-held");
        assertThat(facts(submit(new TakeHeld("a")))).hasSize(1);
        assertThat(resource().taken("")).isEqualByComparingTo("2");
        assertThat(resource().untold()).extracting(Resource.Lapse::holdId).containsExactly("b");
        submit(new NoteLapseTold("b"));
        assertThat(resource().untold()).isEmpty();
    }

    @Test
    void what_has_lapsed_is_not_held_again_under_the_same_id() {
        declare(null, stock("1"));
        hold("a", "1");
        declare(1L, stock("0"));
        declare(2L, stock("1"));

        assertThat(code(hold("a", "1"))).isEqualTo("lapsed");
    }

    @Test
    void a_hold_ends_by_itself_and_a_taken_one_does_not() {
        declare(null, stock("2"));
        hold("a", "1");
        hold("b", "1");
        submit(new TakeHeld("b"));
        assertThat(resource().nextDue()).contains(UNTIL);

        apply(rules.decide(state, new ResolutionCommand.DeadlineReached(), UNTIL));

        assertThat(resource().holds()).extracting(Hold::id).containsExactly("b");
        assertThat(resource().nextDue()).isEmpty();
        assertThat(resource().untold()).extracting(Resource.Lapse::reason).containsExactly(MissingReason.EXPIRED);
    }

    @Test
    void what_is_used_up_stays_taken_and_makes_room_for_other_holds() {
        declare(null, stock("2"));
        hold("a", "1");
        assertThat(facts(submit(new UseUp("a")))).isEmpty();
        submit(new TakeHeld("a"));
        submit(new UseUp("a"));

        assertThat(resource().holds()).isEmpty();
        assertThat(resource().taken("")).isEqualByComparingTo("1");
        assertThat(resource().free("")).isEqualByComparingTo("1");
        assertThat(code(declare(1L, stock("0")))).isEqualTo("already-taken");
    }

    @Test
    void a_slot_that_has_passed_is_struck_and_forgotten_whoever_had_it() {
        declare(null, new ResourceTerms(Kind.APPOINTMENTS, LOGISTICS, null, List.of(part("monday", "2"))));
        submit(new HoldFor("a", CASE, "monday", BigDecimal.ONE, UNTIL));
        submit(new HoldFor("b", CASE, "monday", BigDecimal.ONE, UNTIL));
        submit(new TakeHeld("a"));
        submit(new TakeHeld("b"));
        submit(new UseUp("a"));
        ResourceTerms tuesday = new ResourceTerms(Kind.APPOINTMENTS, LOGISTICS, null, List.of(part("tuesday", "1")));
        assertThat(code(declare(1L, tuesday)))
                .as("somebody has it and it is not carried out")
                .isEqualTo("already-taken");
        submit(new UseUp("b"));

        assertThat(facts(declare(1L, tuesday))).hasSize(1);

        assertThat(resource().usedUp()).isEmpty();
        assertThat(facts(submit(new HoldFor("c", CASE, "tuesday", BigDecimal.ONE, UNTIL))))
                .hasSize(1);
    }

    @Test
    void a_declaration_is_changed_only_by_who_has_seen_it_and_saying_it_again_is_saying_it_once() {
        assertThat(code(declare(1L, stock("1")))).isEqualTo(Resource.STALE);
        declare(null, stock("1"));
        assertThat(facts(declare(null, stock("1")))).isEmpty();
        assertThat(code(declare(null, stock("2")))).isEqualTo(Resource.STALE);
        assertThat(facts(declare(1L, stock("2")))).hasSize(1);
        assertThat(code(declare(1L, stock("3")))).isEqualTo(Resource.STALE);
        assertThat(code(declare(2L, budget("3", "EUR")))).isEqualTo("another-kind");
    }

    @Test
    void a_budget_is_money_that_can_be_paid() {
        assertThat(code(declare(null, budget("10.005", "EUR")))).isEqualTo("unusable-quantity");
        assertThat(code(declare(null, budget("10.5", "JPY")))).isEqualTo("unusable-quantity");
        assertThat(code(declare(null, budget("10", "ABC")))).isEqualTo("unusable-quantity");
        declare(null, budget("10.50", "EUR"));

        assertThat(code(hold("a", "0.001"))).isEqualTo("not-known");
        assertThat(facts(hold("a", "10.00"))).hasSize(1);
        assertThat(code(hold("b", "0.51"))).isEqualTo("not-enough");
        assertThat(facts(hold("b", "0.50"))).hasSize(1);
    }

    @Test
    void there_are_only_so_many_holds_at_a_time() {
        declare(null, stock("10000"));
        IntStream.range(0, Resource.MOST_HOLDS).forEach(n -> hold("h" + n, "1"));

        assertThat(code(hold("more", "1"))).isEqualTo("too-many-holds");
    }

    private Decision<ResolutionFact> declare(@Nullable Long expected, ResourceTerms terms) {
        return submit(new DeclareResource("modems", terms, expected));
    }

    private Decision<ResolutionFact> hold(String id, String quantity) {
        return submit(new HoldFor(id, CASE, "", new BigDecimal(quantity), UNTIL));
    }

    private void release(String id) {
        submit(new ReleaseHeld(id));
    }

    private Decision<ResolutionFact> submit(ResourceCommand command) {
        Decision<ResolutionFact> decided = rules.decide(state, command, NOW);
        apply(decided);
        return decided;
    }

    private void apply(Decision<ResolutionFact> decided) {
        for (ResolutionFact fact : facts(decided)) {
            state = rules.evolve(state, fact);
        }
    }

    private Resource resource() {
        return (Resource) state;
    }

    private static ResourceTerms stock(String capacity) {
        return new ResourceTerms(Kind.STOCK, LOGISTICS, null, List.of(part("", capacity)));
    }

    private static ResourceTerms budget(String capacity, String currency) {
        return new ResourceTerms(Kind.BUDGET, LOGISTICS, currency, List.of(part("", capacity)));
    }

    private static Part part(String name, String capacity) {
        return new Part(name, new BigDecimal(capacity));
    }

    private static List<ResolutionFact> facts(Decision<ResolutionFact> decided) {
        return decided instanceof Decision.Accepted<ResolutionFact>(var facts) ? facts : List.of();
    }

    private static String code(Decision<ResolutionFact> decided) {
        return decided instanceof Decision.Rejected<ResolutionFact>(var code, var _) ? code : "accepted";
    }
}
