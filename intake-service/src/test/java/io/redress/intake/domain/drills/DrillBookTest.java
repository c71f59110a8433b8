package io.redress.intake.domain.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.chassis.testing.Behaviour;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.drills.DrillScenario.Turn;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is to train with, and how answers to it are judged. */
class DrillBookTest {
    private static final Examiner EXAMINER = new Examiner(ShippedDrills.HOSTILITY);

    @Test
    @Behaviour("R142")
    void every_difficulty_of_the_sources_is_a_scenario_in_every_language() {
        assertThat(ShippedDrills.BOOK.ids())
                .contains("attack-on-competence", "order-change", "made-to-feel-incompetent", "endless-why");
        for (String id : ShippedDrills.BOOK.ids()) {
            assertThat(RuleBook.LANGUAGES)
                    .allMatch(language -> ShippedDrills.BOOK
                                    .find(id, language)
                                    .orElseThrow()
                                    .turns()
                                    .size()
                            >= 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack-on-competence", "endless-why"})
    @Behaviour("R142")
    void who_attacks_or_never_stops_asking_is_hostile_from_the_first_word(String id) {
        for (String language : RuleBook.LANGUAGES) {
            DrillScenario scenario = ShippedDrills.BOOK.find(id, language).orElseThrow();
            assertThat(EXAMINER.isHostile(scenario.turns().getFirst().calmer(), language))
                    .as(language)
                    .isTrue();
            assertThat(EXAMINER.isHostile(scenario.turns().getLast().calmer(), language))
                    .as("calm at last in " + language)
                    .isFalse();
        }
    }

    @Test
    @Behaviour("R143")
    void a_good_answer_meets_every_mark_of_every_turn_in_every_language() {
        for (DrillScenario scenario : ShippedDrills.BOOK.scenarios()) {
            String answer = Objects.requireNonNull(ShippedDrills.GOOD.get(scenario.language()));
            for (Turn turn : scenario.turns()) {
                Judgement judged = EXAMINER.judge(turn, answer, scenario.language(), "Hannah Whitfield", true);
                assertThat(judged.marks())
                        .as(scenario.id() + " " + scenario.language())
                        .allMatch(Judgement.MarkSeen::met);
                assertThat(judged.bearing()).isEqualTo(Bearing.HANDLED);
                assertThat(judged.calming()).isTrue();
            }
        }
    }

    @Test
    @Behaviour("R143")
    void a_bad_answer_misses_what_it_should_avoid_with_the_place_and_gives_back_what_it_got() {
        for (DrillScenario scenario : ShippedDrills.BOOK.scenarios()) {
            String answer = Objects.requireNonNull(ShippedDrills.BAD.get(scenario.language()));
            Judgement judged = EXAMINER.judge(scenario.turns().getFirst(), answer, scenario.language(), "Hannah", true);
            assertThat(judged.marks().stream().filter(mark -> !mark.wanted()))
                    .as(scenario.language())
                    .hasSize(4)
                    .noneMatch(Judgement.MarkSeen::met)
                    .allMatch(mark -> mark.at() != null && mark.at().end() <= answer.length());
            assertThat(judged.bearing()).isEqualTo(Bearing.MIRRORED);
            var at = Objects.requireNonNull(judged.hostileAt());
            assertThat(answer.substring(at.start(), at.end())).contains("idio").endsWith("!");
            assertThat(judged.calming()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | blame | This is not your fault. | This is your fault. | your fault
            it | blame | Non è colpa sua. | È proprio colpa sua! | colpa sua
            ro | blame | Nu este vina dumneavoastră. | Este vina Dumneavoastră. | vina Dumneavoastră
            pl | blame | To nie Pana wina. | To Pana wina! | Pana wina
            en | date | I call you back. | I call you back at 5pm. | at 5pm
            it | date | La richiamo presto. | La richiamo entro un’ora. | entro un’ora
            pl | date | Oddzwonię wkrótce. | Oddzwonię do 3.12. | do 3
            ro | feelings | Nu înțeleg ce vreți. | Va inteleg foarte bine. | inteleg
            en | name | Daniel speaking. | HANNAH speaking. | HANNAH
            """)
    void a_mark_is_found_where_it_stands_and_not_where_it_is_denied(
            String language, String id, String without, String with, String where) {
        Mark mark = ShippedDrills.BOOK.scenarios().stream()
                .filter(scenario -> scenario.language().equals(language))
                .flatMap(scenario -> scenario.turns().stream())
                .flatMap(turn -> Stream.concat(turn.wants().stream(), turn.avoids().stream()))
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(mark.in(without, language, "Hannah Whitfield")).isEmpty();
        assertThat(mark.in(with, language, "Hannah Whitfield"))
                .hasValueSatisfying(
                        at -> assertThat(with.substring(at.start(), at.end())).isEqualTo(where));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drills.yaml | wants: [feelings, name, next-step] | wants: [feelings, blame] | marks that are wanted
            drills.yaml | id: order-change | id: attack-on-competence | each scenario once
            drills.yaml | title: Un ordine | titolo: Un ordine | title
            drill-marks.yaml | id: jargon | id: blame | each mark once
            drill-marks.yaml | kind: avoided | kind: forbidden | wanted or avoided
            """)
    void a_mistake_in_the_files_is_refused_with_the_place(String file, String written, String mistaken, String why) {
        UnaryOperator<String> files = path ->
                path.equals(file) ? ShippedDrills.file(path).replace(written, mistaken) : ShippedDrills.file(path);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrillBook.load(files))
                .withMessageContaining(file)
                .withMessageContaining(why);
    }

    @Test
    void a_turn_for_which_the_customer_has_no_words_and_words_without_a_turn_are_refused() {
        String written = "      - wants: [order, name, next-step]\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrillBook.load(changed(written, "")))
                .withMessageContaining("but got more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrillBook.load(changed(written, written + written)))
                .withMessageContaining("but got fewer");
    }

    private static UnaryOperator<String> changed(String written, String mistaken) {
        assertThat(ShippedDrills.file("drills.yaml")).contains(written);
        return path -> ShippedDrills.file(path).replace(written, mistaken);
    }
}
