package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.CharterCommand.NoteCharter;
import io.redress.routing.domain.CharterFact.CharterNoted;
import io.redress.routing.domain.CharterKnown.Version;
import io.redress.routing.domain.PublishedTerms.Terms;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a department publishes about its time holds for whatever it is asked from then on, and for nothing before. */
class CharteredDatesTest {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    /** A Monday, nine o'clock by UTC. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final Complaint COMPLAINT = Example.complaint(CASE);
    private static final Route ROUTE = Example.route("overcharge");
    private static final WorkCalendar MORNINGS = WorkCalendar.of(
            ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of(Shift.of("08:00-12:00"))), Holidays.NONE);

    private final Noted published = new Noted();
    private final Departments departments = Shipped.DEPARTMENTS.under(published);
    private final SilenceSpeaks silence = new SilenceSpeaks(departments);

    @Test
    @Behaviour({"R80", "R90"})
    void a_date_is_counted_in_the_time_and_the_calendar_that_the_department_has_published() {
        assertThat(raised().charterVersion()).isNull();
        assertThat(raised().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));

        published.publish(new Terms(1, Duration.ofHours(4), MORNINGS));

        // Three hours on this Monday and one on the next.
        assertThat(raised().dueAt()).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(raised().charterVersion()).isEqualTo(1);
        published.publish(new Terms(2, null, null));
        assertThat(raised().dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    @Behaviour({"R65", "R80"})
    void silence_is_counted_under_the_version_under_which_was_asked() {
        Routed before = routed();
        published.publish(new Terms(1, Duration.ofHours(4), MORNINGS));
        Routed under = routed();

        assertThat(silence.nextDue(before)).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(silence.nextDue(under)).contains(NOW.plus(Duration.ofHours(2)));
        published.publish(new Terms(2, Duration.ofHours(1), WorkCalendar.always()));
        assertThat(silence.nextDue(before)).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(silence.nextDue(under)).contains(NOW.plus(Duration.ofHours(2)));
    }

    @RepeatedTest(100)
    @Behaviour("R80")
    void whatever_is_published_later_nothing_changes_for_what_was_asked_before() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<Routed, Instant> due = new IdentityHashMap<>();

        for (int step = 0; step < 40; step++) {
            if (random.nextBoolean()) {
                published.publish(new Terms(
                        published.versions.size() + 1,
                        random.nextBoolean() ? Duration.ofMinutes(1 + random.nextInt(5_000)) : null,
                        random.nextBoolean() ? MORNINGS : null));
            } else {
                Routed routed = routed();
                due.put(routed, silence.nextDue(routed).orElseThrow());
            }
            due.forEach((routed, at) -> assertThat(silence.nextDue(routed)).contains(at));
        }
    }

    @Test
    void a_version_is_noted_once_in_whatever_order_they_are_heard() {
        var noted = Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));
        Version second = new Version(2, NOW, 60, null);
        Version first = new Version(1, NOW, 30, null);

        noted.when(new NoteCharter(FINANCE, second))
                .then(new CharterNoted(FINANCE, second, NOW))
                .when(new NoteCharter(FINANCE, first))
                .then(new CharterNoted(FINANCE, first, NOW))
                .when(new NoteCharter(FINANCE, second))
                .thenNothing();

        assertThat(noted.state()).isInstanceOfSatisfying(CharterKnown.class, it -> {
            assertThat(it.versions()).containsExactly(first, second);
            assertThat(it.inForce(NOW)).contains(second);
            assertThat(it.inForce(NOW.minusSeconds(1))).isEmpty();
        });
    }

    @Test
    void only_so_many_versions_are_kept() {
        var noted = Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));
        for (int i = 1; i <= CharterKnown.MOST + 3; i++) {
            noted.when(new NoteCharter(FINANCE, new Version(i, NOW, 60, null))).andThen();
        }

        assertThat(((CharterKnown) noted.state()).versions())
                .hasSize(CharterKnown.MOST)
                .first()
                .extracting(Version::version)
                .isEqualTo(4);
    }

    private Routed routed() {
        var asked = heard();
        return (Routed) asked.when(ROUTE).andThen().state();
    }

    private RequestRaised raised() {
        return heard().when(ROUTE).events().stream()
                .flatMap(it -> it instanceof Published(RequestRaised raised) ? Stream.of(raised) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private Scenario<RoutingState, RoutingCommand, RoutingFact> heard() {
        return Scenario.of(new RoutingDecider(departments, Shipped.TABLE)).given(new ComplaintHeard(COMPLAINT));
    }

    /** What has been published so far. */
    private static final class Noted implements PublishedTerms {
        private final Map<Integer, Terms> versions = new HashMap<>();

        void publish(Terms terms) {
            versions.put(terms.version(), terms);
        }

        @Override
        public @Nullable Terms inForce(DepartmentCode department) {
            return department.equals(FINANCE) ? versions.get(versions.size()) : null;
        }

        @Override
        public @Nullable Terms of(DepartmentCode department, int version) {
            return versions.get(version);
        }
    }
}
