package io.redress.intake.domain.kinship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.intake.domain.kinship.Likeness.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final Likeness.Terms TERMS = Likeness.Terms.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            My invoice is wrong, you charged me twice!     | MY INVOICE IS WRONG - you charged me twice      | SAME
            La fattura è sbagliata, ho pagato due volte    | la fattura e sbagliata: ho pagato due volte!    | SAME
            Factura este greșită și am plătit de două ori  | factura este gresita si am platit de doua ori   | SAME
            Paczka wciąż nie dotarła, proszę o pomoc       | paczka wciaz nie dotarla prosze o pomoc         | SAME
            我的发票是错误的请退款                            | 我的发票是错误的，请退款！                          | SAME
            My order 4711 has not arrived, please help me  | My order 4712 has not arrived, please help me   | SUSPECTED
            My order 4711 has not arrived, please help me  | My order has not arrived, please help me        | SAME
            Still waiting!!                                | Still waiting!!                                 | SUSPECTED
            My invoice is wrong, you charged me twice!     | My invoice is wrong, you charged us three times | SUSPECTED
            My invoice is wrong, you charged me twice!     | Where is my parcel? You promised it for Monday  | OTHER
            !!! ???                                        | !!! ???                                         | OTHER
            """)
    void two_texts_of_one_customer_say_the_same_or_may_or_do_not(String one, String other, Verdict verdict) {
        Likeness likeness = TERMS.of(Shingles.of(one), Shingles.of(other));

        assertThat(likeness.verdict()).as("%s", likeness).isEqualTo(verdict);
    }

    @RepeatedTest(50)
    void a_long_text_with_a_small_edit_says_the_same_and_is_found() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> words = words(random, 40 + random.nextInt(200));
        List<String> edited = new ArrayList<>(words);
        int at = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> edited.set(at, "anotherword");
            case 1 -> edited.remove(at);
            case 2 -> edited.add(at, "oneword");
            default -> Collections.swap(edited, at, (at + 1) % words.size());
        }

        Shingles before = Shingles.of(String.join(" ", words));
        Shingles after = Shingles.of(String.join(", ", edited).toUpperCase(java.util.Locale.ROOT));

        assertThat(TERMS.of(before, after).verdict()).as("seed %d", seed).isEqualTo(Verdict.SAME);
        assertThat(shareABand(before, after)).as("seed %d", seed).isTrue();
    }

    @RepeatedTest(50)
    void the_same_words_in_another_order_or_other_words_do_not_say_the_same() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> words = words(random, 40 + random.nextInt(200));
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        Shingles text = Shingles.of(String.join(" ", words));

        assertThat(TERMS.of(text, Shingles.of(String.join(" ", shuffled))).verdict())
                .as("seed %d", seed)
                .isNotEqualTo(Verdict.SAME);
        assertThat(TERMS.of(text, Shingles.of(String.join(" ", words(random, 60))))
                        .verdict())
                .as("seed %d", seed)
                .isEqualTo(Verdict.OTHER);
    }

    @Test
    void a_hostile_text_is_looked_at_up_to_a_bound() {
        Shingles shingles = Shingles.of("\ufdfa ".repeat(20_000));

        assertThat(shingles.words()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void a_text_without_words_is_found_by_nothing() {
        assertThat(Shingles.of("...").sketch()).isEqualTo(Sketch.EMPTY);
        assertThat(Sketch.EMPTY.bands()).isEmpty();
        assertThat(Shingles.of("words").sketch().bands()).hasSize(Sketch.BANDS);
    }

    @Test
    void terms_that_contradict_each_other_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Likeness.Terms(0.4, 0.5, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Likeness.Terms(1.5, 0.5, 6));
    }

    private static boolean shareABand(Shingles one, Shingles other) {
        Set<String> common = new HashSet<>(one.sketch().bands());
        common.retainAll(other.sketch().bands());
        return !common.isEmpty();
    }

    /** Words without digits, all different. */
    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    StringBuilder word = new StringBuilder();
                    for (long rest = random.nextLong() >>> 1; rest > 0; rest /= 26) {
                        word.append((char) ('a' + rest % 26));
                    }
                    return word.toString();
                })
                .distinct()
                .toList();
    }
}
