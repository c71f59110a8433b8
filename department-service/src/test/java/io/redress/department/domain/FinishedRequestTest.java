package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FinishedRequestTest {
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider());

    @Test
    void what_is_done_took_as_long_as_it_was_worked_on() {
        asked.when(new TakeRequest(raised(R1, FINANCE))).andThen();
        asked.when(new TakeRequest(raised(R2, FINANCE))).andThen();
        var state = asked.at(NOW.plusSeconds(3600))
                .when(new Reply(answer("a", R1, FINANCE)))
                .andThen()
                .state();

        assertThat(FinishedRequest.of(state)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(R1);
            assertThat(it.nature()).isEqualTo("overcharge");
            assertThat(it.dueAt()).isEqualTo(DUE);
            assertThat(it.worked(WorkCalendar.always())).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void closed_hours_and_the_time_in_which_a_question_was_open_do_not_count() {
        // 2026-03-02 is a Monday.
        WorkCalendar morning = WorkCalendar.of(
                ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, List.of(Shift.of("08:00-12:00"))), Holidays.NONE);
        asked.when(new TakeRequest(raised(R1, FINANCE))).andThen();
        asked.when(new Reply(question("q", R1, FINANCE))).andThen();
        var state = asked.at(NOW.plusSeconds(1800))
                .when(new AnswerQuestion(CASE, "question-1", new Speaker("andrei", true, Set.of()), "The second one."))
                .andThen()
                .at(NOW.plusSeconds(6 * 3600))
                .when(new Reply(answer("a", R1, FINANCE)))
                .andThen()
                .state();

        assertThat(FinishedRequest.of(state)).singleElement().satisfies(it -> {
            assertThat(it.worked(WorkCalendar.always())).isEqualTo(Duration.ofMinutes(330));
            assertThat(it.worked(morning)).isEqualTo(Duration.ofMinutes(150));
        });
    }

    @Test
    void what_was_tried_in_vain_or_known_before_is_no_finished_work() {
        RequestRaised known = raised(R1, FINANCE);
        asked.when(new TakeRequest(raised(R2, FINANCE))).andThen();
        asked.when(new Reply(new Answer("a", R2, FINANCE, "Silvia", false, "Nothing there.", null, null)))
                .andThen();
        asked.when(new TakeRequest(new RequestRaised(
                        known.caseId(),
                        R1,
                        FINANCE,
                        known.kind(),
                        known.nature(),
                        known.subject(),
                        known.words(),
                        known.language(),
                        null,
                        NOW,
                        DUE,
                        null,
                        null,
                        new KnownAnswer(
                                "kp-7",
                                "Sent twice",
                                "Same month.",
                                "One of them is void.",
                                List.of(),
                                List.of(),
                                "Felicia Marin"))))
                .andThen();

        assertThat(asked.state().requests()).allMatch(Request.Answered.class::isInstance);
        assertThat(FinishedRequest.of(asked.state())).isEmpty();
    }
}
