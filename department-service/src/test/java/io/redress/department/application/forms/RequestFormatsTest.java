package io.redress.department.application.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.department.application.DeclaredCharters;
import io.redress.department.domain.RequestForms;
import io.redress.department.domain.RequestForms.Column;
import io.redress.department.domain.RequestForms.CsvLine;
import io.redress.department.domain.RequestForms.MailText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormatsTest {
    private static final String ID = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r1";
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final RequestForms ITALIAN = new RequestForms(
            "it",
            "magazzino@redress.example",
            List.of(
                    new Column("requestId", "Richiesta"),
                    new Column("subject", "Oggetto"),
                    new Column("fields.order", "Ordine"),
                    new Column("reply", "Risposta"),
                    new Column("text", "Testo")),
            new CsvLine(";", true),
            new MailText("Da fare: {subject}", null));

    private static final Map<String, String> ASKED = Map.of(
            "requestId",
            ID,
            "subject",
            "Where is it; \"the box\"?\nSoon.",
            "fields.order",
            "SO-77182",
            "words",
            "Help!");

    @Test
    @Behaviour("R67")
    void a_request_is_read_in_the_line_that_the_department_uses() {
        assertThat(Csv.write(ITALIAN, ASKED))
                .isEqualTo("Richiesta;Oggetto;Ordine;Risposta;Testo\n" + ID
                        + ";\"Where is it; \"\"the box\"\"? Soon.\";SO-77182;;\n");
    }

    @Test
    @Behaviour("R67")
    void a_request_is_read_in_the_form_that_the_department_uses() {
        assertThat(Form.write(ITALIAN, ASKED)).isEqualTo("""
                        Richiesta: %s
                        Oggetto: Where is it; "the box"? Soon.
                        Ordine: SO-77182
                        Risposta:
                        Testo:
                        """.formatted(ID));
    }

    @Test
    @Behaviour("R67")
    void a_letter_carries_the_number_and_says_how_to_answer_in_the_departments_language() {
        RequestLetter letter = RequestLetter.of(ITALIAN, ASKED);

        assertThat(letter.subject()).isEqualTo("[" + ID + "] Da fare: Where is it; \"the box\"? Soon.");
        assertThat(letter.body()).contains("Ordine: SO-77182").contains("risposta, impossibile, domanda");
    }

    @Test
    void what_a_customer_wrote_is_no_formula_no_further_line_and_no_further_place() {
        Map<String, String> nasty = new HashMap<>(ASKED);
        nasty.put("subject", "=HYPERLINK(\"http://x\")\nRichiesta: {words}");

        assertThat(Csv.write(ITALIAN, nasty)).contains("'=HYPERLINK").hasLineCount(2);
        assertThat(Form.read(ITALIAN, Form.write(ITALIAN, nasty))).containsEntry("requestId", ID);
        assertThat(RequestLetter.of(ITALIAN, nasty).subject())
                .contains("{words}")
                .doesNotContain("Help!");
    }

    @Test
    @Behaviour("R67")
    void what_was_written_as_a_line_or_form_reads_back_the_same_whatever_it_says() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Map<String, String> values = new HashMap<>();
            values.put("requestId", ID);
            values.put("fields.order", "SO-" + random.nextInt(1_000_000));
            values.put("text", text(random));

            assertThat(Csv.read(ITALIAN, Csv.write(ITALIAN, values)))
                    .as("seed " + seed)
                    .isEqualTo(values);
            assertThat(Form.read(ITALIAN, Form.write(ITALIAN, values)))
                    .as("seed " + seed)
                    .isEqualTo(values);
        }
    }

    /** Something in one line that does not begin as a formula does. */
    private static String text(Random random) {
        String signs = "abcłăż ;,|\"':=+-@{}\\%\u00a0\uD83D\uDE00";
        StringBuilder text = new StringBuilder("t");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.appendCodePoint(signs.codePointAt(
                    signs.offsetByCodePoints(0, random.nextInt(signs.codePointCount(0, signs.length())))));
        }
        return text.append('t').toString();
    }

    @ParameterizedTest
    @Behaviour("R67")
    @ValueSource(
            strings = {
                "",
                "Richiesta;Risposta\n",
                "Richiesta;Risposta\nx;y;z\n",
                "Richiesta,Risposta\nx,y\n",
                "Request;Reply\nx;y\n",
                "Richiesta;Richiesta\nx;y\n",
                "Richiesta;Risposta\nx;y\nx;y\n",
                "Richiesta;Risposta\n\"x;y\n"
            })
    void a_line_in_another_format_is_refused_at_once_and_the_right_one_is_shown(String line) {
        WrongFormat wrong = catchThrowableOfType(WrongFormat.class, () -> Csv.read(ITALIAN, line));

        assertThat(wrong).hasMessageStartingWith("Expected ");
        assertThat(wrong.right()).startsWith("Richiesta;Oggetto;Ordine;Risposta;Testo\n");
    }

    @Test
    @Behaviour("R67")
    void a_form_with_something_before_it_or_twice_in_it_is_refused_and_the_right_one_is_shown() {
        for (String form : List.of("Salve\nRichiesta: 1", "Richiesta: 1\nRichiesta: 2")) {
            WrongFormat wrong = catchThrowableOfType(WrongFormat.class, () -> Form.read(ITALIAN, form));
            assertThat(wrong.right()).contains("Risposta: risposta");
        }
    }

    @ParameterizedTest
    @Behaviour("R152")
    @CsvSource(delimiter = '|', textBlock = """
            answer: It left.        | ANSWER
            Risposta: partito.      | ANSWER
            RĂSPUNS a plecat        | ANSWER
            raspuns, a plecat       | ANSWER
            Odpowiedz: wyjechało    | ANSWER
            Domanda: quale?         | QUESTION
            intrebare: care?        | QUESTION
            pytanie które           | QUESTION
            Avanzamento. A metà     | PROGRESS
            postęp: w połowie       | PROGRESS
            niemozliwe: nie ma      | IMPOSSIBLE
            accetto                 | ACCEPT
            przyjmuję               | ACCEPT
            """)
    void people_say_in_their_language_what_they_mean(String words, ReplyWord word) {
        StaffMessage message = StaffMessage.of(ITALIAN, "Re: [" + ID + "] Da fare", words);

        assertThat(message.word()).isEqualTo(word);
        assertThat(message.requestId().value()).isEqualTo(ID);
    }

    @Test
    @Behaviour("R152")
    void declining_names_the_department_whose_it_is_and_gives_the_reason_below() {
        StaffMessage message = StaffMessage.of(ITALIAN, ID, "Rifiuto: finance\nÈ una fattura.");

        assertThat(message.reply("m1", LOGISTICS, "Luiza"))
                .isEqualTo(new DepartmentReply.Decline(
                        "m1",
                        message.requestId(),
                        LOGISTICS,
                        "Luiza",
                        "È una fattura.",
                        new DepartmentCode("finance")));
        assertThatThrownBy(() -> StaffMessage.of(ITALIAN, ID, "Rifiuto\nNon è nostro."))
                .isInstanceOf(WrongFormat.class)
                .hasMessageContaining("rifiuto");
    }

    @ParameterizedTest
    @Behaviour("R152")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            no number           | answer: yes
            ID                  | We will see
            ID                  | answer
            ID                  | 42
            """)
    void what_nobody_can_understand_is_refused_with_how_to_write_it(String about, String words) {
        WrongFormat wrong =
                catchThrowableOfType(WrongFormat.class, () -> StaffMessage.of(ITALIAN, about.replace("ID", ID), words));

        assertThat(wrong.right()).contains("risposta").contains("oggetto");
    }

    @Test
    void what_is_longer_than_a_reply_may_be_is_refused() {
        StaffMessage message = StaffMessage.of(ITALIAN, ID, "domanda: " + "x".repeat(2_001));

        assertThatThrownBy(() -> message.reply("m1", LOGISTICS, "Luiza"))
                .isInstanceOf(WrongFormat.class)
                .hasMessageContaining("2,000");
    }

    @Test
    @Behaviour("R67")
    void the_example_of_the_warehouse_is_one() throws IOException {
        try (InputStream example = Files.newInputStream(Path.of("..", "docs", "examples", "charters.yaml"))) {
            RequestForms forms = Objects.requireNonNull(DeclaredCharters.read("charters.yaml", example).stream()
                    .filter(it -> it.department().value().equals("warehouse"))
                    .findFirst()
                    .orElseThrow()
                    .forms());

            assertThat(Csv.write(forms, ASKED)).startsWith("Cerere;Subiect;Articol;Termen;Răspuns;Text\n");
        }
    }

    @Test
    void forms_that_nobody_could_use_are_refused_when_they_are_published() {
        for (Runnable nonsense : List.<Runnable>of(
                () -> new RequestForms("de", null, null, null, null),
                () -> new RequestForms(null, "a@b.example, c@d.example", null, null, null),
                () -> new RequestForms(null, null, List.of(new Column("requestId", "Id")), null, null),
                () -> new Column("password", "Password"),
                () -> new Column("text", "Te:xt"),
                () -> new CsvLine("x", null),
                () -> new MailText("{nobody}", null))) {
            assertThatThrownBy(nonsense::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Expected ");
        }
    }
}
