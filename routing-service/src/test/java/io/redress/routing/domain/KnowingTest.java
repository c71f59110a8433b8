package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.knowledge.Problem;
import io.redress.routing.domain.knowledge.ProblemIndex;
import io.redress.routing.domain.knowledge.ProblemMarks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Behaviour("R61")
class KnowingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Complaint COMPLAINT = Example.complaint(CASE, "The pump of my EX-300 leaks.");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final Problem PUMP =
            Problem.known(1).of("finance").about("overcharge").product("EX-300");
    private static final Problem ELSEWHERE = Problem.known(2)
            .of("logistics")
            .about("overcharge")
            .product("EX-300")
            .solvedBy(new OptionIdea("replacement", "Another pump", null, 5, null));
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R3 = RequestId.of(CASE, 3);

    @Test
    void the_request_of_the_department_that_knows_is_raised_with_its_answer() {
        var facts = facts(knowing(PUMP), new HearComplaint(COMPLAINT), new Route(about("overcharge")));

        RequestRaised raised = one(facts, RequestRaised.class);
        assertThat(raised.department()).isEqualTo(FINANCE);
        assertThat(raised.knownAnswer()).isNotNull().satisfies(it -> {
            assertThat(it.findings()).isEqualTo("Garnitura pompei cedează sub zero grade.");
            assertThat(it.by()).isEqualTo("felicia");
        });
        KnownProblemLinked linked = one(facts, KnownProblemLinked.class);
        assertThat(linked.problemId()).isEqualTo(PUMP.id());
        assertThat(linked.requests()).containsExactly(R1);
        assertThat(linked.reason())
                .isEqualTo("The customer's words name the product EX-300, and the complaint is about overcharge.");
    }

    @Test
    void a_department_that_the_table_does_not_ask_has_a_part_because_it_knows() {
        var facts = facts(knowing(ELSEWHERE), new HearComplaint(COMPLAINT), new Route(about("overcharge")));

        assertThat(one(facts, CaseRouted.class).involvements())
                .extracting(Involvement::department, Involvement::kind, Involvement::reason)
                .contains(tuple(
                        LOGISTICS, RequestKind.SOLUTION, "Knows of the problem already: Pompa hidraulică pierde ulei"));
        assertThat(all(facts, RequestRaised.class))
                .extracting(RequestRaised::department, it -> it.knownAnswer() != null)
                .containsExactly(tuple(FINANCE, false), tuple(LOGISTICS, true));
    }

    @Test
    void of_several_the_most_specific_is_linked_and_the_others_are_named() {
        Problem lot = Problem.known(3)
                .of("finance")
                .about("overcharge")
                .product("EX-300")
                .lot("pump");

        KnownProblemLinked linked = one(
                facts(knowing(PUMP, lot), new HearComplaint(COMPLAINT), new Route(about("overcharge"))),
                KnownProblemLinked.class);

        assertThat(linked.problemId()).isEqualTo(lot.id());
        assertThat(linked.others()).containsExactly(PUMP.id());
    }

    @Test
    void nobody_is_asked_because_something_is_known_where_nobody_is_needed() {
        var venting =
                new Diagnosis(List.of(new Hypothesis("overcharge", Cause.VENTING, 1, List.of(), "test")), false, false);

        assertThat(facts(knowing(PUMP), new HearComplaint(COMPLAINT), new Route(venting)))
                .noneMatch(it -> it instanceof Published(KnownProblemLinked _))
                .noneMatch(it -> it instanceof Published(RequestRaised _));
    }

    @Test
    void what_the_customer_says_later_is_recognised_once_with_a_request_of_its_own() {
        var routing = routed(
                knowing(Problem.known(4).of("finance").about("overcharge").lot("L-2231")));

        var facts = accepted(routing, new HearMoreWords("It is lot L 2231."));

        RequestRaised more = one(facts, RequestRaised.class);
        assertThat(more.requestId()).isEqualTo(R2);
        assertThat(more.knownAnswer()).isNotNull();
        assertThat(more.words()).endsWith("It is lot L 2231.");
        assertThat(one(facts, KnownProblemLinked.class).requests()).containsExactly(R2);
        assertThat(accepted(routing, new HearMoreWords("L-2231, I said!")))
                .noneMatch(it -> it instanceof Published(KnownProblemLinked _));
    }

    @Test
    void a_revised_diagnosis_is_recognised_anew() {
        var routing = routed(
                knowing(Problem.known(5).of("logistics").about("delivery").product("EX-300")));

        var facts = accepted(routing, new Reroute(about("delivery"), 1, "She means the parcel."));

        RequestRaised raised = one(facts, RequestRaised.class);
        assertThat(raised.department()).isEqualTo(LOGISTICS);
        assertThat(raised.knownAnswer()).isNotNull();
        assertThat(one(facts, KnownProblemLinked.class).requests()).containsExactly(R2);
    }

    @Test
    void what_came_with_its_answer_was_not_asked_in_vain_and_is_not_withdrawn() {
        var routing = routed(knowing(ELSEWHERE));
        accepted(routing, new NoteAnswer(R2, LOGISTICS));

        var facts = accepted(routing, new Reroute(about("missing-feature"), 1, "Something else."));

        assertThat(all(facts, RequestWithdrawn.class))
                .extracting(RequestWithdrawn::requestId)
                .doesNotContain(R2);
        assertThat(one(facts, CaseRerouted.class).released()).containsExactly(R1);
    }

    @Test
    void a_department_that_is_not_registered_any_more_knows_nothing() {
        Problem gone = Problem.known(6).of("gone").about("overcharge").product("EX-300");

        assertThat(facts(knowing(gone), new HearComplaint(COMPLAINT), new Route(about("overcharge"))))
                .noneMatch(it -> it instanceof Published(KnownProblemLinked _));
    }

    @Test
    void one_more_request_is_raised_where_the_department_is_at_work_already() {
        var routing =
                routed(knowing(Problem.known(7).of("finance").about("invoice").product("EX-300")));

        var facts = accepted(routing, new Reroute(about("invoice"), 1, "It is the invoice."));

        assertThat(all(facts, RequestRaised.class))
                .filteredOn(it -> it.knownAnswer() != null)
                .extracting(RequestRaised::department)
                .containsExactly(FINANCE);
        assertThat(((Routed) routing.state()).knowledge().preAnswered()).isSubsetOf(R2, R3);
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> knowing(Problem... known) {
        var index = new ProblemIndex(
                Arrays.stream(known).map(it -> ProblemMarks.of(it.recorded())).toList());
        return Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE, index));
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> routed(
            Scenario<RoutingState, RoutingCommand, RoutingFact> routing) {
        facts(routing, new HearComplaint(COMPLAINT), new Route(about("overcharge")));
        return routing;
    }

    /** What follows from the last of them. */
    private static List<RoutingFact> facts(
            Scenario<RoutingState, RoutingCommand, RoutingFact> routing, RoutingCommand... commands) {
        return Arrays.stream(commands).map(it -> accepted(routing, it)).reduce(List.of(), (_, last) -> last);
    }

    @SuppressWarnings("unchecked")
    private static List<RoutingFact> accepted(
            Scenario<RoutingState, RoutingCommand, RoutingFact> routing, RoutingCommand command) {
        var events = routing.when(command).events();
        routing.given(events.toArray(RoutingFact[]::new));
        return events;
    }

    private static Diagnosis about(String nature) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 1, List.of(), "test")), false, false);
    }

    private static <T> T one(List<RoutingFact> facts, Class<T> type) {
        assertThat(all(facts, type)).hasSize(1);
        return all(facts, type).getFirst();
    }

    private static <T> List<T> all(List<RoutingFact> facts, Class<T> type) {
        return facts.stream()
                .flatMap(it -> it instanceof Published(var event) ? Stream.of(event) : Stream.empty())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
