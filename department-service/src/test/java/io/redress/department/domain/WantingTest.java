package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.ContractField.Form;
import io.redress.department.domain.Cooperation.Wanted;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.CooperationFact.WantedKept;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The front desk asks a department for a case, and a department for its part in it. */
class WantingTest {
    private static final Speaker ANDREI_HIMSELF = new Speaker("andrei", true, Set.of());
    private static final Speaker SILVIA = new Speaker("silvia", false, Set.of(FINANCE));
    private static final Charters CHARTERS = Charters.of(List.of(charter(
            LOGISTICS,
            new RequestContract(List.of(
                    new ContractField("order", "its number", Form.NUMBER, "SO-1", null, null, List.of("comanda")))))));

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider(CHARTERS)).given(new OwnerLearned(ANDREI));

    @Test
    @Behaviour({"R57", "R58", "R90"})
    void who_answers_for_a_case_asks_a_department_and_says_by_when() {
        Map<String, String> given = Map.of("Comanda", "so 1");

        asked.when(want("k1", given, DUE))
                .then(
                        new WantedKept(new Wanted(
                                "wanted-1",
                                "k1",
                                ANDREI,
                                LOGISTICS,
                                RequestKind.INFORMATION,
                                "Where is it?",
                                given,
                                List.of(),
                                "andrei",
                                NOW,
                                DUE)),
                        new Published(new RequestWanted(
                                CASE,
                                "wanted-1",
                                ANDREI,
                                LOGISTICS,
                                RequestKind.INFORMATION,
                                "Where is it?",
                                "andrei",
                                NOW,
                                Map.of("order", "SO1"),
                                DUE)));
    }

    @Test
    void to_ask_again_under_the_same_key_asks_nothing_more() {
        var wanting = asked.when(want("k1", Map.of("order", "SO-1"), null)).andThen();

        wanting.when(want("k1", Map.of("order", "SO-1"), null)).thenNothing();
        wanting.when(want("k1", Map.of("order", "SO-2"), null)).thenRejected("reply-id-reused");
        wanting.when(want("k1", Map.of("order", "SO-1"), DUE)).thenRejected("reply-id-reused");
    }

    @Test
    @Behaviour({"R66", "R93"})
    void what_is_missing_or_cannot_be_asked_for_enters_no_queue() {
        asked.when(want("k1", Map.of(), null)).thenRejected("unfit-request");
        asked.when(want("k1", Map.of("order", "SO-1"), NOW)).thenRejected("wanted-by-passed");
        asked.when(new AskDepartment(
                        CASE, "k1", ANDREI_HIMSELF, LOGISTICS, null, RequestKind.EXECUTION, "Go.", Map.of(), null))
                .thenRejected("execution-follows-a-choice");
        asked.when(new AskDepartment(CASE, "k1", SILVIA, LOGISTICS, null, RequestKind.SOLUTION, "Go.", Map.of(), null))
                .thenRejected("for-request-missing");
        Scenario.of(new DepartmentDecider(CHARTERS))
                .when(want("k1", Map.of("order", "SO-1"), null))
                .thenRejected("unknown-case");
    }

    @Test
    void there_is_an_end_to_what_can_be_wanted_at_once() {
        List<DepartmentFact> tenWishes = new ArrayList<>();
        for (int i = 1; i <= Wanting.MOST_OPEN; i++) {
            tenWishes.add(wish(i));
        }
        var wanting = asked.given(tenWishes.toArray(DepartmentFact[]::new));

        wanting.when(want("k", Map.of("order", "SO-1"), null)).thenRejected("too-many-requests-in-case");
    }

    @Test
    @Behaviour({"R57", "R90"})
    void a_department_asks_for_a_request_of_its_own_and_of_no_other() {
        var working = asked.given(new RequestTaken(raised(R1, FINANCE)));
        AskDepartment help = help(R1, SILVIA);

        assertThat(working.when(help).events())
                .filteredOn(Published.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(((Published) it).event())
                        .isInstanceOfSatisfying(HelpRequested.class, wanted -> {
                            assertThat(wanted.requestId()).isEqualTo(R1);
                            assertThat(wanted.department()).isEqualTo(FINANCE);
                            assertThat(wanted.wantedBy()).isEqualTo(DUE);
                        }));
        working.when(help(R2, SILVIA)).thenRejected("unknown-request");
        working.when(help(R1, new Speaker("maria", false, Set.of(new DepartmentCode("marketing-pr")))))
                .thenRejected("unknown-request");
        working.when(help(R1, ANDREI_HIMSELF)).thenRejected("unknown-request");
    }

    @Test
    @Behaviour("R57")
    void the_request_that_was_raised_for_a_wish_is_known_by_it() {
        RequestRaised own = raised(R1, LOGISTICS);
        var wanting = asked.given(
                wish(1),
                new RequestTaken(new RequestRaised(
                        CASE,
                        R1,
                        LOGISTICS,
                        own.kind(),
                        own.nature(),
                        own.subject(),
                        own.words(),
                        own.language(),
                        null,
                        NOW,
                        DUE,
                        null,
                        null,
                        null,
                        Map.of("order", "SO-1"),
                        DUE,
                        "wanted-1")));

        assertThat(Wanting.requestOf(
                        wanting.state(), wanting.state().cooperation().wanted().getFirst()))
                .get()
                .satisfies(it -> assertThat(it.ask().wantedBy()).isEqualTo(DUE));
    }

    private static DepartmentFact wish(int i) {
        return new WantedKept(new Wanted(
                "wanted-" + i,
                "k" + i,
                ANDREI,
                LOGISTICS,
                RequestKind.SOLUTION,
                "Find it.",
                Map.of(),
                List.of(),
                "andrei",
                NOW,
                null));
    }

    private static AskDepartment want(String key, Map<String, String> fields, @Nullable Instant wantedBy) {
        return new AskDepartment(
                CASE, key, ANDREI_HIMSELF, LOGISTICS, null, RequestKind.INFORMATION, "Where is it?", fields, wantedBy);
    }

    private static AskDepartment help(RequestId forRequest, Speaker speaker) {
        return new AskDepartment(
                CASE,
                "k1",
                speaker,
                LOGISTICS,
                forRequest,
                RequestKind.INFORMATION,
                "Where is it?",
                Map.of("order", "SO-1"),
                DUE);
    }

    private static Charter charter(DepartmentCode department, RequestContract needs) {
        return new Charter(
                department,
                1,
                new CharterContent(null, needs, null, null, null, null, null, null, null),
                WorkCalendar.always());
    }
}
