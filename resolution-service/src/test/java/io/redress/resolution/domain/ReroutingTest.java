package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnSettlement;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A proposal after a revised diagnosis. */
class ReroutingTest {

    @Test
    @Behaviour("R6")
    void only_what_remains_is_waited_for() {
        Progress state = after(
                routed(FINANCE, LOGISTICS),
                answered(2, LOGISTICS, true, REFUND),
                rerouted(List.of(), List.of(request(1)), part(2, LOGISTICS)));

        assertThat(state)
                .isInstanceOfSatisfying(
                        Proposed.class,
                        it -> assertThat(it.proposal().options())
                                .extracting(Option::kind)
                                .containsExactly("refund"));
    }

    @Test
    @Behaviour("R6")
    void who_was_added_is_waited_for_and_what_was_answered_in_vain_is_left_out() {
        Progress waiting = after(
                routed(FINANCE),
                rerouted(List.of(request(2)), List.of(request(1)), part(2, LOGISTICS)),
                answered(1, FINANCE, true, CREDIT));
        assertThat(waiting).isInstanceOf(Gathering.class);

        assertThat(Histories.after(waiting, answered(2, LOGISTICS, true, REFUND), NOW))
                .isInstanceOfSatisfying(
                        Proposed.class,
                        it -> assertThat(it.proposal().options())
                                .extracting(Option::kind)
                                .containsExactly("refund"));
    }

    @Test
    @Behaviour({"R6", "R12"})
    void a_proposal_of_the_wrong_departments_is_taken_back_and_another_follows() {
        Progress taken = after(
                routed(FINANCE),
                answered(1, FINANCE, true, CREDIT),
                rerouted(List.of(request(2)), List.of(), part(2, LOGISTICS)));
        assertThat(taken).isInstanceOf(Gathering.class);
        assertThat(Cases.decider().decide(taken, new Choose("p1", "o1", "app"), NOW))
                .isInstanceOf(io.redress.chassis.decide.Decision.Rejected.class);

        assertThat(Histories.after(taken, answered(2, LOGISTICS, true, REFUND), NOW))
                .isInstanceOfSatisfying(Proposed.class, it -> {
                    assertThat(it.proposal().proposalId()).isEqualTo("p2");
                    assertThat(it.proposal().options()).extracting(Option::kind).containsExactly("refund");
                });
    }

    @Test
    void what_was_offered_by_those_who_stay_is_offered_again_after_the_new_ideas() {
        Progress state = after(
                routed(FINANCE),
                answered(1, FINANCE, true, CREDIT),
                rerouted(List.of(request(2)), List.of(), part(1, FINANCE), part(2, LOGISTICS)),
                answered(2, LOGISTICS, true, REFUND));

        assertThat(state)
                .isInstanceOfSatisfying(
                        Proposed.class,
                        it -> assertThat(it.proposal().options())
                                .extracting(Option::kind)
                                .containsExactly("refund", "credit"));
    }

    @Test
    @Behaviour("R8")
    void where_nobody_is_needed_after_all_nothing_is_proposed_and_the_other_way_round() {
        Progress listening = after(routed(FINANCE), rerouted(List.of(), List.of(request(1))));
        assertThat(listening).isInstanceOf(Listening.class);

        Progress gathering =
                Histories.after(listening, rerouted(List.of(request(2)), List.of(), part(2, LOGISTICS)), NOW);
        assertThat(Histories.after(gathering, answered(2, LOGISTICS, true, REFUND), NOW))
                .isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour("R8")
    void what_was_no_complaint_ends_by_itself_once_answered_and_a_complaint_does_not() {
        Progress listening = after(routed());
        assertThat(Histories.after(listening, new LearnSettlement(), NOW))
                .isInstanceOfSatisfying(
                        Closed.class, it -> assertThat(it.closed().reason()).isEqualTo(CaseClosed.Reason.ANSWERED));

        Progress gathering = after(routed(FINANCE));
        assertThat(Histories.after(gathering, new LearnSettlement(), NOW)).isEqualTo(gathering);
    }

    @Test
    void a_choice_stands_and_more_departments_may_see_it() {
        Progress state = after(
                routed(FINANCE),
                answered(1, FINANCE, true, CREDIT),
                new Choose("p1", "o1", "app"),
                rerouted(List.of(request(2)), List.of(), part(2, LOGISTICS)));

        assertThat(state)
                .isInstanceOfSatisfying(
                        Executing.class,
                        it -> assertThat(it.background().involved()).containsExactly(FINANCE, LOGISTICS));
    }

    @Test
    void a_case_of_an_earlier_version_is_gathered_for_as_before() {
        JsonMapper json = JsonMapper.builder().build();
        Progress state = after(routed(FINANCE));
        ObjectNode old = (ObjectNode) json.readTree(json.writeValueAsBytes(state));
        old.remove("earlier");

        assertThat(json.treeToValue(old, Progress.class)).isEqualTo(state);
    }

    private static Progress after(ResolutionCommand... commands) {
        return Histories.after(NOW, List.of(commands));
    }

    private static Involvement part(int number, DepartmentCode department) {
        return new Involvement(department, request(number), RequestKind.SOLUTION, "handles it");
    }

    private static LearnRerouting rerouted(
            List<RequestId> added, List<RequestId> released, Involvement... involvements) {
        return new LearnRerouting(new CaseRerouted(
                CASE,
                1,
                "delivery",
                Cause.SERVICE_FAILURE,
                involvements.length == 0 ? null : involvements[0].department(),
                List.of(involvements),
                added,
                released,
                true,
                "rule",
                "Because.",
                NOW,
                NOW));
    }
}
