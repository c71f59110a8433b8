package io.redress.intake.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.testing.Behaviour;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.ShippedFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final Roster roster = Roster.load(ShippedFiles::read);

    /** Nothing special is asked, and nobody has anything to do yet. */
    private Consultant ordinary(String caseId, String language) {
        return roster.forCase(new Wanted(caseId, language, List.of(), false), _ -> 0);
    }

    @Test
    @Behaviour("R59")
    void the_same_case_has_the_same_consultant_however_often_one_asks() {
        var first = ordinary("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b", "ro");

        assertThat(ordinary("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b", "ro")).isEqualTo(first);
        assertThat(first.asOwner().department().value()).isEqualTo("front-desk");
    }

    @Test
    void a_consultant_speaks_the_customers_language_and_else_English() {
        for (var language : RuleBook.LANGUAGES) {
            assertThat(ordinary("any", language).languages()).contains(language);
        }
        assertThat(ordinary("any", "fi").languages()).contains("en");
    }

    @Test
    void cases_made_one_after_the_other_spread_over_everybody_who_speaks_the_language() {
        var names = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            names.add(ordinary("0190b6a4-7c1e-7a53-9f10-1c2d3e4f%04d".formatted(i), "en")
                    .id());
        }

        assertThat(names).hasSize(6);
    }

    @Test
    @Behaviour("R141")
    void a_case_goes_to_somebody_who_speaks_the_language_and_knows_the_matter() {
        assertThat(roster.forCase(new Wanted("c", "it", List.of("invoice"), false), _ -> 0)
                        .id())
                .isEqualTo("matteo");
        assertThat(roster.forCase(new Wanted("c", "it", List.of("delivery"), false), _ -> 0)
                        .id())
                .isEqualTo("giulia");
        assertThat(roster.forCase(new Wanted("c", "fi", List.of("crash"), false), _ -> 0)
                        .languages())
                .contains("en");
    }

    @Test
    @Behaviour({"R141", "R144"})
    void a_difficult_customer_goes_to_somebody_with_strong_nerves() {
        assertThat(roster.forCase(new Wanted("c", "it", List.of("invoice"), true), _ -> 0)
                        .calm())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    @Behaviour({"R141", "R144"})
    void the_load_is_shared_and_who_is_full_is_spared() {
        Wanted wanted = new Wanted("c", "ro", List.of("unclear"), false);

        assertThat(roster.forCase(wanted, id -> id.equals("andrei") ? 7 : 8).id())
                .isEqualTo("andrei");
        assertThat(roster.forCase(wanted, id -> id.equals("andrei") ? 8 : 7).id())
                .isEqualTo("ioana");
        assertThat(roster.forCase(new Wanted("c", "it", List.of("invoice"), false), id -> id.equals("matteo") ? 500 : 3)
                        .id())
                .isNotEqualTo("matteo");
        assertThat(roster.forCase(wanted, _ -> 1_000).languages()).contains("ro");
    }

    @Test
    void the_same_inputs_always_give_the_same_person() {
        Wanted wanted = new Wanted("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b", "en", List.of("unclear"), false);

        assertThat(roster.forCase(wanted, _ -> 3)).isEqualTo(roster.forCase(wanted, _ -> 3));
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
