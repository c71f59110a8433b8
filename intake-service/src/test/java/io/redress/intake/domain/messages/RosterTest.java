package io.redress.intake.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.testing.Behaviour;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.ShippedFiles;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Roster roster = Roster.load(ShippedFiles::read);

    @Test
    @Behaviour("R59")
    void the_same_case_has_the_same_consultant_however_often_one_asks() {
        var first = roster.forCase("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b", "ro");

        assertThat(roster.forCase("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b", "ro")).isEqualTo(first);
        assertThat(first.asOwner().department().value()).isEqualTo("front-desk");
    }

    @Test
    void a_consultant_speaks_the_customers_language_and_else_English() {
        for (var language : RuleBook.LANGUAGES) {
            assertThat(roster.forCase("any", language).languages()).contains(language);
        }
        assertThat(roster.forCase("any", "fi").languages()).contains("en");
    }

    @Test
    void cases_made_one_after_the_other_spread_over_everybody_who_speaks_the_language() {
        var names = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            names.add(roster.forCase("0190b6a4-7c1e-7a53-9f10-1c2d3e4f%04d".formatted(i), "en")
                    .id());
        }

        assertThat(names).hasSize(6);
    }

    @Test
    void a_roster_without_English_or_with_an_id_twice_is_refused() {
        assertThatThrownBy(() -> Roster.load(path -> "consultants: [{id: a, name: Ana, languages: [ro]}]"))
                .hasMessageContaining("who speaks en");
        assertThatThrownBy(() -> Roster.load(path ->
                        "consultants: [{id: a, name: Ana, languages: [en]}, {id: a, name: Ann, languages: [en]}]"))
                .hasMessageContaining("but got a twice");
    }

    @Test
    @Behaviour("R138")
    void every_consultant_can_be_reached_and_somebody_is_there_for_who_has_left() {
        var reach = Reach.load(ShippedFiles::read, roster.ids());

        assertThat(reach.of("giulia")).contains("+44 20 7946 0103", "giulia.ferrari@");
        assertThat(reach.of("somebody-who-left")).contains("contact@");
        assertThatThrownBy(() -> Reach.load(ShippedFiles::read, Set.of("nobody")))
                .hasMessageContaining("nobody");
    }
}
