package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.offered;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.Claim;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.MissingField;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.ContractField.Form;
import io.redress.department.domain.ContractField.Known;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.HearReturn;
import io.redress.department.domain.DepartmentCommand.LearnCase;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Open;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Routing asks a department that has published what it needs to begin. */
class CompletenessTest {
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final ContractField INVOICE =
            new ContractField("invoice", "number of the invoice", Form.NUMBER, "INV-1", null, null, List.of("fattura"));
    private static final ContractField PRODUCT = new ContractField(
            "product", "what it is about", Form.TEXT, "Heater", null, null, null, null, Known.PRODUCT, null);
    private static final ContractField PURCHASE = new ContractField(
            "purchase-request", "its number", Form.NUMBER, "PR-1", null, LEGAL, null, true, null, null);
    private static final ContractField ACCOUNT = new ContractField(
            "account",
            "where to pay",
            Form.TEXT,
            "the usual one",
            null,
            null,
            null,
            null,
            null,
            List.of(RequestKind.EXECUTION));
    private static final Instant LATER = NOW.plusSeconds(7200);

    private final DepartmentDecider decider = new DepartmentDecider(Charters.of(List.of(
            charter(FINANCE, new RequestContract(List.of(INVOICE, PRODUCT, ACCOUNT))),
            charter(LOGISTICS, new RequestContract(List.of(PURCHASE))))));
    private DepartmentCase state = decider.initialState();
    private List<DepartmentEvent> told = List.of();

    @Test
    @Behaviour({"R66", "R79", "R93"})
    void what_is_missing_goes_back_at_once_as_a_form_and_the_request_is_not_in_the_queue() {
        give(new LearnCase(ANDREI, new Background("Heater 300", null, null)), NOW);
        give(new TakeRequest(raised(R1, FINANCE)), NOW);

        assertThat(told)
                .singleElement()
                .isEqualTo(new QuestionAsked(
                        CASE,
                        R1,
                        "question-1",
                        FINANCE,
                        ANDREI,
                        "To begin, finance needs: invoice.",
                        "charter of finance",
                        NOW,
                        List.of(new MissingField("invoice", "number of the invoice", "INV-1", null, null))));
        assertThat(state.request(R1)).isInstanceOf(Incomplete.class);
        assertThat(refusal(new Reply(progress("p", R1, FINANCE)))).isEqualTo("incomplete");
        assertThat(refusal(new Reply(question("q", R1, FINANCE)))).isEqualTo("incomplete");
    }

    @Test
    @Behaviour({"R93", "R94"})
    void the_filled_form_is_checked_again_and_then_the_whole_time_of_the_department_begins() {
        give(new TakeRequest(raised(R1, FINANCE)), NOW);
        assertThat(refusal(answer(Map.of("fattura", "soon")))).isEqualTo("unfit-request");
        assertThat(refusal(answer(Map.of("fattura", "inv 77", "product", "Heater", "colour", "red"))))
                .isEqualTo("unfit-request");

        give(answer(Map.of("fattura", "inv 77", "product", "Heater")), LATER);

        Instant dueAt = DUE.plus(Duration.between(NOW, LATER));
        Map<String, String> fields = Map.of("invoice", "INV77", "product", "Heater");
        assertThat(told)
                .containsExactly(
                        new QuestionAnswered(
                                CASE,
                                R1,
                                "question-1",
                                FINANCE,
                                "Filled in: fattura, product.",
                                "andrei",
                                LATER,
                                dueAt,
                                fields),
                        new RequestAccepted(CASE, R1, FINANCE, RequestKind.SOLUTION, null, LATER, dueAt));
        assertThat(state.request(R1))
                .isInstanceOfSatisfying(
                        Open.class, it -> assertThat(it.ask().dueAt()).isEqualTo(dueAt));
        assertThat(ask(R1).fields()).isEqualTo(fields);
        give(answer(Map.of("fattura", "inv 77", "product", "Heater")), LATER.plusSeconds(1));
        assertThat(told).isEmpty();
        assertThat(refusal(answer(Map.of("fattura", "inv 78", "product", "Heater"))))
                .isEqualTo("already-answered");
    }

    @Test
    @Behaviour("R93")
    void the_whole_time_is_that_of_the_departments_calendar() {
        WorkCalendar days = WorkCalendar.of(
                ZoneOffset.UTC,
                Stream.of(DayOfWeek.values())
                        .collect(Collectors.toMap(it -> it, _ -> List.of(Shift.of("08:00-16:00")))),
                Holidays.NONE);
        DepartmentDecider working = new DepartmentDecider(Charters.of(List.of(new Charter(
                FINANCE,
                3,
                new CharterContent(
                        null, new RequestContract(List.of(INVOICE)), null, null, null, null, null, null, null),
                days))));
        Instant evening = Instant.parse("2026-03-02T20:00:00Z");
        DepartmentCase after = working.initialState();
        for (var step : List.of(
                Map.entry(new TakeRequest(raised(R1, FINANCE)), NOW),
                Map.entry(answer(Map.of("invoice", "INV-1")), evening))) {
            if (working.decide(after, step.getKey(), step.getValue())
                    instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                after = facts.stream().reduce(after, working::evolve, (_, last) -> last);
            }
        }

        // From Monday at nine to Tuesday at nine are eight hours of work.
        assertThat(Objects.requireNonNull(after.request(R1)).ask()).satisfies(it -> {
            assertThat(it.dueAt()).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
            assertThat(it.terms().resolveBy()).isEqualTo(it.dueAt());
            assertThat(it.terms().charterVersion()).isEqualTo(3);
        });
    }

    @Test
    @Behaviour({"R66", "R93"})
    void what_the_case_knows_nobody_is_asked_for_and_the_department_sees_from_where_it_is() {
        give(new LearnCase(ANDREI, new Background("Heater 300", "RO", LocalDate.of(2026, 3, 1))), NOW);
        give(new TakeRequest(saying(R1, FINANCE, "You charged me twice on invoice no. INV-2026-1042!")), NOW);

        assertThat(told).singleElement().isInstanceOf(RequestAccepted.class);
        assertThat(ask(R1).fields()).isEqualTo(Map.of("invoice", "INV-2026-1042", "product", "Heater 300"));
        assertThat(ask(R1).sources())
                .isEqualTo(Map.of("invoice", "the customer's words", "product", "the complaint: its product"));
    }

    @Test
    @Behaviour("R66")
    void a_prerequisite_that_another_department_has_issued_completes_the_request_by_itself() {
        RequestId issue = RequestId.of(CASE, 3);
        give(new TakeRequest(raised(R2, LOGISTICS)), NOW);
        assertThat(state.request(R2)).isInstanceOf(Incomplete.class);
        give(new TakeRequest(raised(issue, LEGAL)), NOW);

        give(new Reply(claiming(issue, LEGAL, "purchase.request", "pr-77")), LATER);

        assertThat(state.request(R2)).isInstanceOf(Open.class);
        assertThat(ask(R2).fields()).isEqualTo(Map.of("purchase-request", "PR-77"));
        assertThat(told)
                .filteredOn(QuestionAnswered.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(((QuestionAnswered) it).text())
                        .isEqualTo("The case says it now: purchase-request."));
    }

    @Test
    @Behaviour("R66")
    void a_prerequisite_that_one_request_has_used_up_does_not_serve_another() {
        RequestId second = RequestId.of(CASE, 3);
        give(new TakeRequest(raised(R1, LEGAL)), NOW);
        give(new Reply(claiming(R1, LEGAL, "purchase-request", "PR-77")), NOW);
        give(new TakeRequest(raised(R2, LOGISTICS)), NOW);
        give(new TakeRequest(raised(second, LOGISTICS)), NOW);

        assertThat(state.request(R2)).isInstanceOf(Open.class);
        assertThat(state.request(second)).isInstanceOf(Incomplete.class);
    }

    @Test
    void what_only_an_execution_needs_is_missed_only_there() {
        RequestRaised step = new RequestRaised(
                CASE,
                R1,
                FINANCE,
                RequestKind.EXECUTION,
                "overcharge",
                "Pay back.",
                "You charged me twice!",
                "en",
                "s1",
                NOW,
                DUE);

        give(new TakeRequest(step), NOW);

        assertThat(((QuestionAsked) told.getFirst()).missing())
                .extracting(MissingField::name)
                .containsExactly("account");
    }

    @Test
    void what_is_answered_already_lacks_nothing() {
        RequestRaised own = raised(R1, FINANCE);
        KnownAnswer known =
                new KnownAnswer("kp-1", "Sent twice", "Same month.", "It is void.", List.of(), List.of(), "Silvia");
        give(
                new TakeRequest(new RequestRaised(
                        CASE,
                        R1,
                        FINANCE,
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
                        known)),
                NOW);

        assertThat(state.request(R1)).isInstanceOf(Request.Answered.class);
        assertThat(told).noneMatch(QuestionAsked.class::isInstance);
    }

    @Test
    void who_has_the_answer_or_knows_whose_it_is_needs_nothing_more() {
        give(new TakeRequest(raised(R1, FINANCE)), NOW);

        assertThat(decider.decide(state, new Reply(Example.answer("a", R1, FINANCE)), NOW))
                .isInstanceOf(Decision.Accepted.class);
        give(new Reply(Example.decline("d", R1, FINANCE, LOGISTICS)), NOW);
        assertThat(state.request(R1)).isInstanceOf(Request.OnOffer.class);

        give(
                new HearReturn(new OfferReturned(
                        CASE,
                        R1,
                        Party.department(FINANCE),
                        Party.department(LOGISTICS),
                        OfferReturned.Outcome.UNANSWERED,
                        null,
                        NOW,
                        null,
                        null)),
                NOW);
        assertThat(state.request(R1)).isInstanceOf(Incomplete.class);
        give(answer(Map.of("invoice", "INV-1", "product", "Heater")), LATER);
        assertThat(state.request(R1)).isInstanceOf(Open.class);
    }

    @Test
    void what_is_offered_goes_back_when_it_is_accepted_and_is_owned_all_the_same() {
        give(new TakeRequest(offered(R2, FINANCE, LOGISTICS)), NOW);
        assertThat(told).isEmpty();
        assertThat(refusal(new Reply(progress("p", R2, FINANCE)))).isEqualTo("incomplete");

        give(new Reply(new DepartmentReply.Accept("ok", R2, FINANCE, "Silvia")), LATER);

        assertThat(told).extracting(Object::getClass).isEqualTo(List.of(RequestAccepted.class, QuestionAsked.class));
        give(answer(Map.of("invoice", "INV-1", "product", "Heater")), LATER.plusSeconds(60));
        assertThat(told).singleElement().isInstanceOf(QuestionAnswered.class);
        assertThat(ask(R2).dueAt()).isEqualTo(DUE.plus(Duration.between(NOW, LATER.plusSeconds(60))));
    }

    @Test
    void words_are_not_taken_for_a_form_nor_a_form_for_words() {
        give(new TakeRequest(raised(R1, FINANCE)), NOW);
        assertThat(refusal(new AnswerQuestion(CASE, "question-1", CONSULTANT, "It is there.")))
                .isEqualTo("unfit-request");
        assertThat(refusal(new AnswerQuestion(
                        CASE, "question-1", new Speaker("eve", false, Set.of(LEGAL)), "", Map.of("invoice", "INV-1"))))
                .isEqualTo("unknown-question");
        give(answer(Map.of("invoice", "INV-1", "product", "Heater")), NOW);
        give(new Reply(question("q", R1, FINANCE)), NOW);
        assertThat(refusal(new AnswerQuestion(CASE, "question-2", CONSULTANT, "", Map.of("invoice", "INV-1"))))
                .isEqualTo("words-wanted");
        assertThat(refusal(new AnswerQuestion(CASE, "question-2", CONSULTANT, "")))
                .isEqualTo("words-missing");
    }

    private static AnswerQuestion answer(Map<String, String> fields) {
        return new AnswerQuestion(CASE, "question-1", CONSULTANT, "", fields);
    }

    private static RequestRaised saying(RequestId id, DepartmentCode department, String words) {
        RequestRaised own = raised(id, department);
        return new RequestRaised(
                CASE,
                id,
                department,
                own.kind(),
                own.nature(),
                own.subject(),
                words,
                own.language(),
                null,
                own.raisedAt(),
                own.dueAt());
    }

    private static DepartmentReply.Answer claiming(RequestId id, DepartmentCode by, String key, String value) {
        return new DepartmentReply.Answer(
                "a", id, by, "Doina", true, "Issued.", List.of(new Claim(key, value, null)), List.of());
    }

    private Request.Ask ask(RequestId id) {
        return Objects.requireNonNull(state.request(id)).ask();
    }

    private String refusal(DepartmentCommand command) {
        return decider.decide(state, command, LATER) instanceof Decision.Rejected<DepartmentFact> rejected
                ? rejected.code()
                : "accepted";
    }

    private void give(DepartmentCommand command, Instant now) {
        if (!(decider.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts))) {
            throw new AssertionError("Expected it to be accepted, but " + refusal(command));
        }
        state = facts.stream().reduce(state, decider::evolve, (_, last) -> last);
        told = facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }

    private static Charter charter(DepartmentCode department, RequestContract needs) {
        return new Charter(
                department,
                1,
                new CharterContent(null, needs, null, null, null, null, null, null, null),
                WorkCalendar.always());
    }
}
