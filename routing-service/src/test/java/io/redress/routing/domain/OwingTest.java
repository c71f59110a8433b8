package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.routing.domain.OwedCommand.EndOffer;
import io.redress.routing.domain.OwedCommand.NoteDeviation;
import io.redress.routing.domain.OwedCommand.NoteEstimate;
import io.redress.routing.domain.OwedCommand.NoteOffer;
import io.redress.routing.domain.OwedCommand.NoteOwed;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.Wait.What;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final NoteOwed PROGRESS = new NoteOwed(R1, FINANCE, What.PROGRESS, NOW, NOW.plusSeconds(60));

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routed = Scenario.of(
                    new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
            .at(NOW)
            .when(new HearComplaint(Example.complaint(CASE)))
            .andThen()
            .when(Example.route("overcharge"))
            .andThen();

    private final Instant due = promised(routed);

    @Test
    @Behaviour("R83")
    void an_overdue_report_of_progress_is_a_wait_of_its_own_until_it_comes_and_holds_nobody_up() {
        var owed = routed.when(PROGRESS).andThen();

        Wait wait = waits(owed).stream()
                .filter(it -> it.what() == What.PROGRESS)
                .findFirst()
                .orElseThrow();
        assertThat(wait.id()).isEqualTo("progress:r1");
        assertThat(wait.who()).isEqualTo(Party.consultant("andrei"));
        assertThat(wait.on()).isEqualTo(Party.department(FINANCE));
        assertThat(WaitGraph.of(owed.state()).criticalPath()).doesNotContain(wait);
        owed.when(PROGRESS).thenNothing();
        assertThat(kinds(owed.when(new NoteProgress(R1, FINANCE)).andThen())).containsExactly(What.REQUEST);
        assertThat(kinds(owed.when(new NoteAnswer(R1, FINANCE)).andThen())).isEmpty();
    }

    @Test
    @Behaviour("R83")
    void a_report_of_progress_counts_also_before_its_department_has_taken_over_what_it_was_passed() {
        RequestId passed = RequestId.of(CASE, 2);
        DepartmentCode logistics = new DepartmentCode("logistics");
        var offered = routed.when(new PassOn(R1, FINANCE, "Not ours.", logistics))
                .andThen()
                .when(new NoteOwed(passed, logistics, What.PROGRESS, NOW, NOW.plus(Duration.ofHours(4))))
                .andThen();

        var accepted = new NoteAcceptance(passed, logistics);
        assertThat(allKinds(offered.at(NOW).when(accepted).andThen())).contains(What.PROGRESS);
        var another = offered.at(NOW).when(new NoteProgress(passed, FINANCE)).andThen();
        assertThat(allKinds(another.when(accepted).andThen())).contains(What.PROGRESS);
        var reported = offered.at(NOW).when(new NoteProgress(passed, logistics)).andThen();
        assertThat(allKinds(reported.when(accepted).andThen())).doesNotContain(What.PROGRESS);
    }

    @Test
    @Behaviour({"R83", "R94"})
    void while_the_department_waits_for_an_answer_it_owes_no_word() {
        var asked = routed.when(PROGRESS)
                .andThen()
                .when(new NoteQuestion(R1, "q1", FINANCE, Party.consultant("andrei"), NOW))
                .andThen();

        assertThat(kinds(asked)).containsExactlyInAnyOrder(What.REQUEST, What.QUESTION);
        assertThat(kinds(asked.when(new NoteAnswerToQuestion(R1, "q1")).andThen()))
                .contains(What.PROGRESS);
    }

    @Test
    @Behaviour({"R69", "R123", "R124", "R126"})
    void a_later_date_moves_what_is_waited_for_and_what_the_customer_is_told_and_is_a_sign_of_life() {
        Instant later = due.plus(Duration.ofDays(2));
        var deviated = routed.when(PROGRESS).andThen().at(NOW.plusSeconds(90)).when(deviation(later, false));

        assertThat(deviated.events())
                .filteredOn(Published.class::isInstance)
                .containsExactly(new Published(new DateReestimated(
                        CASE, due, later, "Finance has said that it takes longer.", NOW.plusSeconds(90))));
        assertThat(kinds(deviated.andThen())).containsExactly(What.REQUEST);
        assertThat(waits(deviated.andThen()).getFirst().limit()).isEqualTo(later);
        Routed after = (Routed) deviated.andThen().state();
        assertThat(after.promised()).isEqualTo(later);
        assertThat(after.silences().open().getFirst().since()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void a_date_that_is_corrected_forward_moves_the_wait_and_frightens_nobody() {
        Instant later = due.plus(Duration.ofDays(2));
        var corrected =
                routed.when(deviation(later, false)).andThen().when(deviation(due.plus(Duration.ofDays(1)), false));

        assertThat(corrected.events()).noneMatch(it -> it instanceof Published(DateReestimated _));
        assertThat(waits(corrected.andThen()).getFirst().limit()).isEqualTo(due.plus(Duration.ofDays(1)));
    }

    @Test
    @Behaviour({"R65", "R124"})
    void of_an_inferred_delay_the_superior_hears_at_once_and_the_customer_gets_another_date() {
        NoteOwed asked = new NoteOwed(R1, FINANCE, What.REESTIMATE, NOW, NOW.plus(Duration.ofHours(4)));
        var inferred = routed.when(asked).andThen().at(due).when(deviation(null, true));

        assertThat(inferred.events())
                .filteredOn(Published.class::isInstance)
                .extracting(it -> ((Published) it).event())
                .satisfiesExactly(
                        it -> assertThat(((WaitEscalated) it).level()).isEqualTo(WaitEscalated.Level.SUPERIOR),
                        it -> assertThat(((DateReestimated) it).to()).isAfter(due));
        assertThat(kinds(inferred.andThen())).containsExactly(What.REQUEST);
        assertThat(inferred.andThen().when(deviation(null, true)).events()).noneMatch(Published.class::isInstance);
    }

    @Test
    @Behaviour("R95")
    void an_estimate_ends_the_wait_for_it_and_for_whether_the_date_is_true() {
        var owed = routed.when(new NoteOwed(R1, FINANCE, What.ESTIMATE, NOW, NOW))
                .andThen()
                .when(new NoteOwed(R1, FINANCE, What.REESTIMATE, NOW, NOW))
                .andThen();
        assertThat(kinds(owed)).contains(What.ESTIMATE, What.REESTIMATE);

        assertThat(kinds(owed.when(new NoteEstimate(R1, FINANCE, NOW)).andThen()))
                .containsExactly(What.REQUEST);
    }

    @Test
    @Behaviour("R75")
    void an_offered_date_is_waited_for_by_whoever_has_offered_it_until_the_other_has_answered_and_holds_nobody_up() {
        Party desk = Party.consultant("andrei");
        Party finance = Party.department(FINANCE);
        var offered = routed.when(new NoteOffer(R1, FINANCE, desk, finance, NOW, NOW.plusSeconds(60)))
                .andThen();

        Wait wait = waits(offered).stream()
                .filter(it -> it.what() == What.AGREEMENT)
                .findFirst()
                .orElseThrow();
        assertThat(wait.id()).isEqualTo("agreement:r1");
        assertThat(wait.who()).isEqualTo(desk);
        assertThat(wait.on()).isEqualTo(finance);
        assertThat(wait.limit()).isEqualTo(NOW.plusSeconds(60));
        assertThat(WaitGraph.of(offered.state()).criticalPath()).doesNotContain(wait);

        var countered = offered.when(new NoteOffer(R1, FINANCE, finance, desk, NOW, NOW.plusSeconds(90)))
                .andThen();
        assertThat(waits(countered))
                .filteredOn(it -> it.what() == What.AGREEMENT)
                .singleElement()
                .satisfies(it -> assertThat(it.on()).isEqualTo(desk));
        assertThat(kinds(countered.when(new NoteEstimate(R1, FINANCE, NOW)).andThen()))
                .containsExactly(What.REQUEST, What.AGREEMENT);
        assertThat(kinds(countered.when(new EndOffer(R1, FINANCE)).andThen())).containsExactly(What.REQUEST);
        countered.when(new EndOffer(R1, FINANCE)).thenNothing();
    }

    @Test
    void nobody_speaks_about_anothers_request_and_what_has_ended_owes_nothing() {
        DepartmentCode logistics = new DepartmentCode("logistics");
        routed.when(new NoteEstimate(R1, logistics, NOW)).thenRejected("not-your-request");
        routed.when(new NoteEstimate(RequestId.of(CASE, 9), FINANCE, NOW)).thenRejected("unknown-request");
        routed.when(new NoteAnswer(R1, FINANCE)).andThen().when(PROGRESS).thenNothing();
    }

    private static NoteDeviation deviation(@Nullable Instant newDueAt, boolean inferred) {
        return new NoteDeviation(R1, FINANCE, newDueAt, inferred, NOW.plusSeconds(90));
    }

    private static List<Wait> waits(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return WaitGraph.of(scenario.state()).waits().stream()
                .filter(it -> R1.equals(Objects.requireNonNull(it.requestId())))
                .sorted(java.util.Comparator.comparing(Wait::what))
                .toList();
    }

    private static List<What> allKinds(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return WaitGraph.of(scenario.state()).waits().stream().map(Wait::what).toList();
    }

    private static List<What> kinds(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return waits(scenario).stream().map(Wait::what).toList();
    }

    private static Instant promised(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return ((Routed) scenario.state()).promised();
    }
}
