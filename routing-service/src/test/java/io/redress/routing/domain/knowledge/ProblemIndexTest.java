package io.redress.routing.domain.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemIndexTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Customer CUSTOMER = new Customer("C-1042", Customer.Tier.VIP);
    private static final Instant NOW = Problem.RECORDED.plus(Duration.ofDays(1));
    private static final Problem PUMP =
            Problem.known(1).product("EX-300", "Excavator 300").lot("L-2231");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The pump of my EX-300 leaks. It says lot L-2231 on it.
            pl | Pompa w mojej koparce EX 300 przecieka, partia l 2231!
            it | La pompa dell'escavatore ex300 perde olio (lotto L2231).
            ro | Pompa de la Excavator-300 curge, lotul nr. l-2231
            """)
    @Behaviour("R61")
    void what_is_recorded_in_one_language_is_recognised_in_every_other_by_product_lot_and_nature(
            String language, String words) {
        assertThat(matching(language, words, PUMP)).singleElement().satisfies(it -> {
            assertThat(it.problem().id()).isEqualTo(PUMP.id());
            assertThat(it.nature()).isEqualTo("product-error");
            assertThat(it.reason())
                    .isEqualTo("The customer's words name the lot L-2231 and the product EX-300, and the complaint is"
                            + " about product error.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pump of my EX-300 leaks.",
                "It says L-2231 on it.",
                "EX-300, lot L-22310",
                "EX-300, lot XL-2231",
                "EX-3000 of lot L-2231",
                "EX-300, lot L. 2231 days ago"
            })
    void all_that_is_given_must_hold_and_names_are_whole_words(String words) {
        assertThat(matching("en", words, PUMP)).isEmpty();
    }

    @Test
    void the_same_product_and_lot_with_another_nature_is_another_problem() {
        assertThat(index(PUMP).matching(symptoms("en", "EX-300 L-2231", "invoice"), NOW))
                .isEmpty();
        assertThat(index(PUMP).matching(symptoms("en", "EX-300 L-2231", "invoice", "product-error"), NOW))
                .hasSize(1);
    }

    @Test
    void a_nature_alone_or_with_a_tier_is_never_enough() {
        Problem anything = Problem.known(2);
        Problem allVip = Problem.known(3).concerning(new CustomerGroup("VIPs", List.of(), Customer.Tier.VIP));

        assertThat(matching("en", "My pump leaks.", anything, allVip)).isEmpty();
    }

    @Test
    void accents_do_not_matter_neither_where_letters_have_them_nor_where_they_are_letters_of_their_own() {
        Problem drill = Problem.known(4).product("Wiertło Ș-90");

        assertThat(matching("pl", "moje wiertlo s90 nie działa", drill)).hasSize(1);
        assertThat(matching("pl", "MOJE WIERTŁO Ş90 NIE DZIAŁA", drill)).hasSize(1);
    }

    @Test
    void a_version_is_found_with_its_dots_and_never_in_another_number() {
        Problem release = Problem.known(5).product("v1.25");

        assertThat(matching("en", "Crashes since V1.25, always", release)).hasSize(1);
        assertThat(matching("en", "Crashes since v125", release)).isEmpty();
        assertThat(matching("en", "Crashes since v1.25.3 or so", release)).hasSize(1);
    }

    @Test
    void named_customers_are_recognised_without_any_words_and_are_not_named_in_the_reason() {
        Problem early =
                Problem.known(6).concerning(new CustomerGroup("the early buyers", List.of("C-1", "C-1042"), null));

        assertThat(matching("en", "It does not work.", early))
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .isEqualTo(
                                "The customer is one of the early buyers, and the complaint is about product error."));
        assertThat(index(early)
                        .matching(
                                new Symptoms(
                                        CASE,
                                        new Customer("C-7", Customer.Tier.VIP),
                                        "en",
                                        "It does not work.",
                                        List.of("product-error")),
                                NOW))
                .isEmpty();
    }

    @Test
    void words_count_in_their_language_and_are_not_asked_for_in_one_that_has_none() {
        Problem smoke = Problem.known(7).saying("en", "smells of smoke", "burning smell");
        Problem smokingPump = Problem.known(8).product("EX-300").saying("en", "smells of smoke");

        assertThat(matching("en", "My pump SMELLS of  smoke!", smoke))
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .isEqualTo("The customer's words say \"smells of smoke\", and the complaint is about product"
                                + " error."));
        assertThat(matching("pl", "My pump smells of smoke", smoke)).isEmpty();
        assertThat(matching("en", "My EX-300 leaks", smokingPump)).isEmpty();
        assertThat(matching("pl", "Moja EX-300 przecieka", smokingPump)).hasSize(1);
    }

    @Test
    void of_several_the_most_specific_comes_first_and_of_equals_the_latest() {
        Problem product = Problem.known(10).product("EX-300");
        Problem lot = Problem.known(11).lot("L-2231");
        Problem newer = Problem.known(12).product("EX-300").recorded(Problem.RECORDED.plusSeconds(60));

        assertThat(matching("en", "EX-300, L-2231", product, lot, PUMP, newer))
                .extracting(it -> it.problem().id())
                .containsExactly(PUMP.id(), lot.id(), newer.id(), product.id());
    }

    @Test
    void it_holds_from_when_it_is_valid_until_before_the_end() {
        Problem lasting = Problem.known(13).product("EX-300").until(NOW);

        assertThat(index(lasting).matching(symptoms("en", "EX-300", "product-error"), Problem.RECORDED))
                .hasSize(1);
        assertThat(index(lasting).matching(symptoms("en", "EX-300", "product-error"), NOW))
                .isEmpty();
        assertThat(index(lasting).matching(symptoms("en", "EX-300", "product-error"), Problem.RECORDED.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void one_of_ten_thousand_is_found() {
        List<ProblemMarks> many = IntStream.range(0, 10_000)
                .mapToObj(n -> Problem.known(n).product("EX-300").lot("L-%05d".formatted(n)))
                .map(it -> ProblemMarks.of(it.recorded()))
                .toList();

        assertThat(new ProblemIndex(many).matching(symptoms("en", "EX 300 of lot L 04711", "product-error"), NOW))
                .extracting(it -> it.problem().id())
                .containsExactly(Problem.known(4711).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "!!!", "a", "one two three four five six seven", "EX (300)"})
    void a_name_that_no_text_could_name_is_not_findable(String name) {
        assertThat(ProblemMarks.isFindable(name)).isFalse();
    }

    private static List<ProblemMatch> matching(String language, String words, Problem... known) {
        return index(known).matching(symptoms(language, words, "product-error"), NOW);
    }

    private static ProblemIndex index(Problem... known) {
        return new ProblemIndex(
                Arrays.stream(known).map(it -> ProblemMarks.of(it.recorded())).toList());
    }

    private static Symptoms symptoms(String language, String words, String... natures) {
        return new Symptoms(CASE, CUSTOMER, language, words, List.of(natures));
    }
}
