package io.redress.intake.domain.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.chassis.testing.Behaviour;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileWordsTest {
    private final HostileWords hostility = HostileWords.load(HostileWordsTest::shipped);

    @ParameterizedTest
    @Behaviour({"R142", "R144"})
    @CsvSource(delimiter = '|', textBlock = """
            en | You idiots have done it again.
            en | Do you even know what an invoice is? Let me talk to somebody competent.
            en | Why? I don't understand. Why can nobody tell me? I do not understand.
            it | Siete degli incapaci, passatemi qualcuno di competente.
            it | Perché? Non capisco. Ma perché?
            ro | Sunteți niște hoți nenorociți!
            ro | De ce? Nu înțeleg. De ce nu răspunde nimeni?
            pl | Jesteście bandą złodziei i oszustów.
            pl | Dlaczego? Nie rozumiem. Czemu nikt nie odpowiada?
            xx | What an idiot.
            """)
    void insults_attacks_on_competence_and_endless_whys_need_strong_nerves(String language, String text) {
        assertThat(hostility.in(text, language)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Why was I charged twice? I am very angry, this is unacceptable.
            en | The shelf is crooked and the service was stupidly slow.
            it | Non capisco la fattura, perché ci sono due righe?
            ro | Un serviciu foarte prost, sunt dezamăgit.
            pl | Nie rozumiem tej faktury. Dlaczego są dwie pozycje?
            """)
    void anger_and_questions_alone_are_not_hostile(String language, String text) {
        assertThat(hostility.in(text, language)).isFalse();
    }

    @Test
    void a_text_of_full_length_is_read_too() {
        assertThat(hostility.in("a ".repeat(20_000) + "idiots", "en")).isTrue();
        assertThat(hostility.in("", "en")).isFalse();
    }

    @Test
    void a_missing_language_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostileWords.load(path -> "en: {insults: a, competence: b, repetition: c}"))
                .withMessageContaining("hostility.yaml");
    }

    private static String shipped(String path) {
        try (InputStream in = Objects.requireNonNull(HostileWordsTest.class.getResourceAsStream("/" + path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
