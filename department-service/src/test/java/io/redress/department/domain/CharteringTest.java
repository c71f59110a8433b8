package io.redress.department.domain;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterBook.Agreement;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterCommand.AgreeToCharter;
import io.redress.department.domain.CharterCommand.DeclareCharter;
import io.redress.department.domain.CharterCommand.PublishCharter;
import io.redress.department.domain.CharterFact.EditionAgreed;
import io.redress.department.domain.CharterFact.EditionPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a department publishes about how to ask it, version by version. */
class CharteringTest {
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    private Scenario<DepartmentState, DepartmentCommand, DepartmentFact> book =
            Scenario.of(new DepartmentRules(new DepartmentDecider()));

    @Test
    @Behaviour({"R78", "R81"})
    void what_is_published_is_in_force_at_once_and_each_time_a_further_version() {
        book.when(publish("first", null))
                .then(new EditionPublished(FINANCE, edition(1, "first", NOW), null, List.of()))
                .when(publish("second", null))
                .then(new EditionPublished(FINANCE, edition(2, "second", NOW), null, List.of()));

        assertThat(book().inForce(NOW)).map(Edition::version).contains(2);
        assertThat(book().edition(1)).map(Edition::content).contains(content("first"));
    }

    @Test
    void to_say_the_last_word_once_more_is_no_further_version() {
        book.when(publish("first", null)).andThen().when(publish("first", null)).thenNothing();
    }

    @Test
    void what_is_announced_comes_into_force_in_its_time_and_until_then_the_old_holds() {
        book.when(publish("first", null))
                .andThen()
                .when(publish("second", LATER))
                .andThen();

        assertThat(book().inForce(LATER.minusMillis(1))).map(Edition::version).contains(1);
        assertThat(book().announced(NOW)).extracting(Edition::version).containsExactly(2);
        assertThat(book().inForce(LATER)).map(Edition::version).contains(2);
    }

    @Test
    void what_is_published_later_replaces_what_was_announced_before() {
        book.when(publish("first", LATER))
                .andThen()
                .when(publish("second", null))
                .andThen();

        assertThat(book().inForce(LATER)).map(Edition::version).contains(2);
    }

    @Test
    void a_date_in_the_past_changes_nothing_that_is_past() {
        book.when(publish("first", NOW.minusSeconds(60)))
                .then(new EditionPublished(FINANCE, edition(1, "first", NOW), null, List.of()));
    }

    @Test
    void whoever_announces_without_end_is_stopped() {
        for (int i = 0; i < CharterBook.MOST_ANNOUNCED; i++) {
            book.when(publish("plan " + i, LATER)).andThen();
        }

        book.when(publish("one more", null)).thenRejected("too-many-announced");
        book.when(publish("far", NOW.plus(Duration.ofDays(4_000)))).thenRejected("too-far-ahead");
    }

    @Test
    void only_some_versions_stay_at_hand_and_the_oldest_go_to_the_log_in_their_order() {
        for (int i = 1; i <= CharterBook.MOST_PAST + 2; i++) {
            book.when(publish("version " + i, null)).andThen();
        }

        assertThat(book.when(publish("next", null)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        EditionPublished.class,
                        it -> assertThat(it.shelved())
                                .extracting(Edition::version)
                                .containsExactly(1));
    }

    @Test
    void a_file_says_the_same_once_however_often_and_wherever_it_is_read() {
        book.when(declare("first"))
                .then(new EditionPublished(
                        FINANCE, new Edition(1, content("first"), NOW, null, NOW, List.of()), "first", List.of()))
                .when(declare("first"))
                .thenNothing();
        book.when(publish("by hand", null)).andThen().when(declare("first")).thenNothing();
        book.when(declare("changed")).andThen();
        book.when(declare("first")).thenNothing();

        assertThat(book().lastVersion()).isEqualTo(3);
    }

    @Test
    @Behaviour("R74")
    void another_department_agrees_to_a_version_once() {
        book.when(publish("first", null))
                .andThen()
                .when(agree(1, LOGISTICS))
                .then(new EditionAgreed(FINANCE, 1, new Agreement(LOGISTICS, "lena", NOW)))
                .when(agree(1, LOGISTICS))
                .thenNothing();

        assertThat(book().edition(1).orElseThrow().agreed())
                .extracting(Agreement::with)
                .containsExactly(LOGISTICS);
    }

    @Test
    @Behaviour("R74")
    void nobody_agrees_to_what_does_not_hold_or_is_its_own() {
        book.when(agree(1, LOGISTICS)).thenRejected("unknown-version");
        book.when(publish("first", null))
                .andThen()
                .when(publish("second", null))
                .andThen();

        book.when(agree(1, LOGISTICS)).thenRejected("replaced");
        book.when(agree(2, FINANCE)).thenRejected("own-charter");
        book.when(agree(3, LOGISTICS)).thenRejected("unknown-version");
        book.when(agree(2, LOGISTICS)).andThen().when(publish("third", null)).andThen();
        book.when(agree(2, LOGISTICS)).thenNothing();
    }

    @Test
    void not_more_departments_agree_than_can_be_shown() {
        book.when(publish("first", null)).andThen();
        for (int i = 0; i < CharterBook.MOST_AGREEMENTS; i++) {
            DepartmentCode with = new DepartmentCode("d-" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
            book.when(agree(1, with)).andThen();
        }

        book.when(agree(1, LOGISTICS)).thenRejected("too-many-agreements");
    }

    private CharterBook book() {
        return (CharterBook) book.state();
    }

    private static Edition edition(int version, String guide, Instant from) {
        return new Edition(version, content(guide), from, "silvia", NOW, List.of());
    }

    private static CharterContent content(String guide) {
        return new CharterContent(null, null, null, null, null, null, null, null, guide);
    }

    private static PublishCharter publish(String guide, @Nullable Instant validFrom) {
        return new PublishCharter(FINANCE, content(guide), validFrom, "silvia");
    }

    private static DeclareCharter declare(String guide) {
        return new DeclareCharter(FINANCE, content(guide), null, guide);
    }

    private static AgreeToCharter agree(int version, DepartmentCode with) {
        return new AgreeToCharter(version, with, "lena");
    }
}
