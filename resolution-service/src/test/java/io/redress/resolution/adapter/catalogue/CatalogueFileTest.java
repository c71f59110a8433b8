package io.redress.resolution.adapter.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.chassis.testing.Behaviour;
import io.redress.resolution.domain.OptionCatalogue;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
    private static final String VALID = """
            options:
              apology: {days: 0, title: {en: Sorry.}}
            natures:
              - {about: "vip crisis", offer: [apology]}
            otherwise: [apology]
            clarification: apology
            only-option: {en: The only one.}
            could-not-be-done: {en: "Failed: {title}"}
            takes-longer: {en: It takes longer.}
            """;

    @Test
    void every_shipped_phrase_is_written_in_every_language_of_ours() throws IOException {
        OptionCatalogue shipped = CatalogueFile.read(
                "options.yaml", Objects.requireNonNull(getClass().getResourceAsStream("/options.yaml")));

        Stream<CatalogueOption> options = Stream.of(
                        shipped.byNature().values().stream().flatMap(List::stream),
                        shipped.otherwise().stream(),
                        Stream.of(shipped.clarification()))
                .flatMap(it -> it);
        Stream<Phrase> phrases = Stream.concat(
                options.flatMap(it -> Stream.of(it.title(), it.disadvantage()).filter(Objects::nonNull)),
                Stream.of(shipped.onlyOption(), shipped.couldNotBeDone()));
        assertThat(phrases).allSatisfy(phrase -> assertThat(phrase.texts()).containsOnlyKeys("en", "it", "ro", "pl"));
        assertThat(shipped.couldNotBeDone().texts().values())
                .allSatisfy(it -> assertThat(it).contains("{title}"));
    }

    @Test
    void a_nature_has_its_own_options() {
        assertThat(read(VALID).byNature()).containsOnlyKeys("vip", "crisis");
    }

    @Test
    void a_language_that_is_not_declared_gets_english() {
        assertThat(new Phrase(Map.of("en", "Sorry.", "it", "Scusa.")).in("fi")).isEqualTo("Sorry.");
    }

    @Test
    @Behaviour({"R114", "R153"})
    void what_cannot_be_had_is_said_in_a_whole_sentence_and_sorry_is_left_to_the_message_around_it()
            throws IOException {
        OptionCatalogue shipped = CatalogueFile.read(
                "options.yaml", Objects.requireNonNull(getClass().getResourceAsStream("/options.yaml")));
        for (Phrase phrase : List.of(shipped.couldNotBeDone(), shipped.noLongerThere())) {
            for (String language : List.of("en", "it", "ro", "pl")) {
                assertThat(phrase.about("A refund by Friday", language)).endsWith(": A refund by Friday.");
                assertThat(phrase.about("A refund by Friday. ", language)).endsWith(": A refund by Friday.");
            }
        }
    }

    @Test
    void a_mistake_is_refused_in_a_sentence_that_names_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(VALID.replace("[apology]", "[apologie]")))
                .withMessageContaining("apologie");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(VALID.replace("vip crisis", "vip vip")))
                .withMessageContaining("vip twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(VALID + "more: 1"))
                .withMessageContaining("more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(VALID.replace("{en: Sorry.}", "{it: Scusa.}")))
                .withMessageContaining("English");
    }

    private static OptionCatalogue read(String yaml) {
        return CatalogueFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
