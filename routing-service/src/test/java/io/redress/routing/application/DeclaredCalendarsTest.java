package io.redress.routing.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.routing.domain.Attendance;
import io.redress.routing.domain.Departments;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredCalendarsTest {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final String DECLARED = """
            authority: board
            listener: desk
            calendars:
              office:
                zone: Europe/Bucharest
                hours: {monday: "09:00-12:00, 13:00-17:00", tuesday: 09:00-17:00, wednesday: 09:00-17:00}
                holidays: RO
                closed: [2026-03-03]
            departments:
              - {code: board, name: Board, handles: [], answerHours: 24}
              - {code: desk, name: Desk, handles: [], answerHours: 24}
              - code: finance
                name: Finance
                handles: [invoice]
                answerHours: 8
                presence: {calendar: office, deputy: "consultant:silvia", superior: desk, remindAfterHours: 3}
            """;

    @Test
    void a_department_has_working_hours_a_deputy_a_superior_and_patience() {
        Departments departments = read(DECLARED);
        Instant monday = Instant.parse("2026-03-02T07:00:00Z");

        // Seven hours on Monday, one on Wednesday: Tuesday is closed.
        assertThat(departments.dueAt(FINANCE, monday)).isEqualTo("2026-03-04T08:00:00Z");
        // The first of June and the Monday after Orthodox Easter are holidays in Romania.
        assertThat(departments.calendarOf(FINANCE).isOpen(Instant.parse("2026-06-01T07:00:00Z")))
                .isFalse();
        assertThat(departments.calendarOf(FINANCE).isOpen(Instant.parse("2026-06-08T07:00:00Z")))
                .isTrue();
        assertThat(departments.deputyOf(FINANCE)).isEqualTo(Party.consultant("silvia"));
        assertThat(departments.superiorOf(FINANCE)).isEqualTo(new DepartmentCode("desk"));
        assertThat(departments.superiorOf(new DepartmentCode("desk"))).isEqualTo(new DepartmentCode("board"));
        assertThat(departments.patienceWith(FINANCE).remind()).isEqualTo(Duration.ofHours(3));
        assertThat(departments.patienceWith(FINANCE).deputy()).isEqualTo(Duration.ofHours(2));
        assertThat(departments.patienceWith(FINANCE).superior()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_superior_of_several_is_the_lowest_whom_all_answer_to() {
        Departments departments = read(DECLARED);
        DepartmentCode board = new DepartmentCode("board");
        DepartmentCode desk = new DepartmentCode("desk");

        assertThat(departments.commonSuperiorOf(List.of(FINANCE, desk))).isEqualTo(desk);
        assertThat(departments.commonSuperiorOf(List.of(FINANCE, board))).isEqualTo(board);
        assertThat(departments.commonSuperiorOf(List.of(FINANCE))).isEqualTo(FINANCE);
        assertThat(departments.commonSuperiorOf(List.of(new DepartmentCode("unknown"))))
                .isEqualTo(board);
    }

    @Test
    void people_work_in_the_hours_of_the_department_that_listens() {
        Attendance attendance = new Attendance(read(DECLARED));
        Instant monday = Instant.parse("2026-03-02T07:00:00Z");
        Party silvia = Party.consultant("silvia");

        assertThat(attendance.between(silvia, monday, monday.plus(Duration.ofDays(1))))
                .isEqualTo(Duration.ofDays(1));
        assertThat(attendance.between(Party.department(FINANCE), monday, monday.plus(Duration.ofDays(1))))
                .isEqualTo(Duration.ofHours(7));
        assertThat(attendance.superiorOf(silvia)).isEqualTo(Party.department(new DepartmentCode("board")));
        assertThat(attendance.deputyOf(silvia)).isEqualTo(Party.department(new DepartmentCode("desk")));
        assertThat(attendance.superiorOf(Party.department(new DepartmentCode("board"))))
                .isNull();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Europe/Bucharest | Europe/Atlantis | In the calendar office: Unknown time-zone ID",
                "monday:          | mon:            | In the calendar office: Expected a weekday such as monday, but got mon",
                "12:00, 13:00     | 14:00, 13:00    | Expected shifts that do not overlap",
                "12:00, 13:00     | 25:00, 13:00    | Expected hours such as 09:00-17:30",
                "holidays: RO     | holidays: ZZ    | Expected a country whose holidays are known, but got ZZ",
                "calendar: office | calendar: night | Expected a declared calendar for the department finance, but got night",
                "superior: desk   | superior: boss  | Expected a registered department as superior of finance, but got boss",
                "consultant:silvia | department:help | Expected a registered department as deputy of finance, but got help",
                "remindAfterHours: 3 | remindHours: 3 | remindHours"
            })
    void a_mistake_is_told_in_a_sentence(String right, String wrong, String told) {
        assertThat(DECLARED).contains(right);

        assertThatThrownBy(() -> read(DECLARED.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("In departments.yaml")
                .hasMessageContaining(told);
    }

    private static Departments read(String yaml) {
        return DeclaredRules.departments("departments.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
