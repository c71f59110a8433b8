package io.redress.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WireTest {
    private static final String RECEIVED = "redress.intake.complaint-received.v1";
    private static final String DIAGNOSED = "redress.intake.complaint-diagnosed.v1";
    private static final String SURVEY = "redress.review.survey-answered.v1";
    private static final String REVIEW = "redress.review.review-completed.v1";
    private static final String ANSWER = "redress.reply.answer.v1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            redress.intake.complaint-received.v1 | /text               | null       | Expected a value, but it is missing or null
            redress.intake.complaint-received.v1 | /text               | 17         | Expected a string, but got something else
            redress.intake.complaint-received.v1 | /text               | true       | Expected a string, but got something else
            redress.intake.complaint-received.v1 | /text               | ["a"]      | Expected a string, but got something else
            redress.intake.complaint-received.v1 | /text               | "  "       | Expected a complaint, but it is blank
            redress.intake.complaint-received.v1 | /customer           | "C-1042"   | Expected an object, but got something else
            redress.intake.complaint-received.v1 | /customer/tier      | "GOLD"     | Expected one of STANDARD, VIP, but got something else
            redress.intake.complaint-received.v1 | /customer/tier      | 1          | Expected one of STANDARD, VIP, but got something else
            redress.intake.complaint-received.v1 | /caseId             | "1"        | Expected a case id (a UUID in lower case), but got 1
            redress.intake.complaint-received.v1 | /caseId             | 1          | Expected a string, but got something else
            redress.intake.complaint-received.v1 | /owner/department   | "X"        | Expected a department code (2 to 31 lower-case letters and hyphens), but got X
            redress.intake.complaint-received.v1 | /receivedAt         | 1700000000 | Expected an instant in UTC such as 2026-11-22T09:00:00Z, but got something else
            redress.intake.complaint-received.v1 | /receivedAt         | "today"    | Expected an instant in UTC such as 2026-11-22T09:00:00Z, but got something else
            redress.intake.complaint-received.v1 | /receivedAt         | "+1000000000-12-31T23:59:59.999999999Z" | Expected an instant in UTC such as 2026-11-22T09:00:00Z, but got something else
            redress.intake.complaint-diagnosed.v1 | /mood              | 1.01       | Expected mood between -1.0 and 1.0, but got 1.01
            redress.intake.complaint-diagnosed.v1 | /mood              | "0"        | Expected a number, but got something else
            redress.intake.complaint-diagnosed.v1 | /mood              | null       | Expected a value, but it is missing or null
            redress.intake.complaint-diagnosed.v1 | /crisis            | "true"     | Expected true or false, but got something else
            redress.intake.complaint-diagnosed.v1 | /crisis            | 1          | Expected true or false, but got something else
            redress.intake.complaint-diagnosed.v1 | /hypotheses        | []         | Expected at least one of hypotheses, but got none
            redress.intake.complaint-diagnosed.v1 | /hypotheses        | {}         | Expected an array, but got something else
            redress.intake.complaint-diagnosed.v1 | /hypotheses        | [null]     | Expected a value, but it is missing or null
            redress.intake.complaint-diagnosed.v1 | /hypotheses        | null       | Expected a value, but it is missing or null
            redress.intake.complaint-diagnosed.v1 | /hypotheses/0/evidence/0/end | 2.5 | Expected a whole number, but got something else
            redress.intake.complaint-diagnosed.v1 | /hypotheses/0/evidence/0/end | 99999999999 | Expected a number that fits, but it is too large
            redress.review.survey-answered.v1    | /score              | 6          | Expected a score between 1 and 5, but got 6
            redress.review.review-completed.v1   | /actionDue          | [2026,1,1] | Expected a date such as 2026-11-22, but got something else
            """)
    void a_field_that_is_not_as_the_schema_says_is_named_with_what_would_be_right(
            String wireName, String pointer, String value, String sentence) {
        byte[] payload = changed(wireName, pointer, value);

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.read(wireName, payload))
                .withMessageStartingWith(wireName)
                .withMessageEndingWith(": " + sentence)
                .satisfies(unreadable -> assertThat(unreadable.pointer())
                        .matches(found -> pointer.startsWith(found) || found.startsWith(pointer)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /type                  | "applause"  | Expected a field type with one of accept, progress, answer, decline, question, help, deviation, estimate, commitment, offer, accept-offer, decline-offer, contribution, evidence, heard, but it is not
            /requestId             | "1"         | Expected a request id (<case id>-r<number>), but got 1
            /by                    | null        | Expected a value, but it is missing or null
            /done                  | "yes"       | Expected true or false, but got something else
            /done                  | null        | Expected a value, but it is missing or null
            /claims                | "none"      | Expected an array, but got something else
            /claims                | [null]      | Expected a value, but it is missing or null
            /options               | [null]      | Expected a value, but it is missing or null
            /claims/0/key          | ""          | Expected a key, but it is blank
            /options/0/days        | -1          | Expected days between 0 and 3650, but got -1
            /options/0/cost/amount | 120.00      | Expected a decimal number in a string such as "120.00", but got something else
            /options/0/cost/amount | "1E9"       | Expected a decimal number in a string such as "120.00", but got something else
            /options/0/cost/amount | "12,50"     | Expected a decimal number in a string such as "120.00", but got something else
            /options/0/cost/currency | "EURO"    | Expected a currency of ISO 4217 such as EUR, but got EURO
            """)
    void a_reply_is_held_to_its_schema_too(String pointer, String value, String sentence) {
        byte[] payload = changed(ANSWER, pointer, value);

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.readReply(payload))
                .withMessageStartingWith("redress.reply")
                .withMessageEndingWith(": " + sentence);
    }

    @Test
    void every_required_field_is_missed_when_it_is_absent() {
        EventTypes.all()
                .keySet()
                .forEach(wireName -> Documents.json("/schemas/" + wireName + ".json")
                        .path("required")
                        .forEach(field -> {
                            ObjectNode sample = (ObjectNode) Documents.json("/golden/" + wireName + ".json");
                            sample.remove(field.asString());
                            assertThatExceptionOfType(UnreadableEvent.class)
                                    .as(wireName + " without " + field)
                                    .isThrownBy(() -> Wire.read(wireName, bytes(sample)))
                                    .withMessage("%s at /%s: Expected a value, but it is missing or null"
                                            .formatted(wireName, field.asString()));
                        }));
    }

    @Test
    void an_unknown_field_is_ignored_because_contracts_grow() {
        byte[] grown = changed(RECEIVED, "/new", "{\"deep\": [1, 2]}");

        assertThat(Wire.read(RECEIVED, grown)).isEqualTo(Wire.read(RECEIVED, golden(RECEIVED)));
        assertThat(Wire.readReply(changed(ANSWER, "/new", "1"))).isEqualTo(Wire.readReply(golden(ANSWER)));
    }

    @Test
    void an_explicit_null_is_as_good_as_absent_where_a_field_may_be_absent() {
        assertThat(Wire.read(SURVEY, changed(SURVEY, "/words", "null")))
                .isEqualTo(Wire.read(SURVEY, golden(SURVEY + ".minimal")));
    }

    @Test
    void an_instant_with_an_offset_means_the_same_instant() {
        assertThat(Wire.read(SURVEY, changed(SURVEY, "/answeredAt", "\"2026-11-24T12:00:00+02:00\"")))
                .isEqualTo(Wire.read(SURVEY, golden(SURVEY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "1",
                "{",
                "{}x",
                "{} {}",
                "{\"caseId\":}",
                "{'caseId':1}",
                "<xml/>",
                "\u0000",
                "NaN"
            })
    void what_is_not_one_json_object_is_unreadable(String payload) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.read(RECEIVED, payload.getBytes(UTF_8)))
                .withMessageContaining("Expected ");
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.readReply(payload.getBytes(UTF_8)))
                .withMessageContaining("Expected ");
    }

    @Test
    void bytes_that_are_not_utf_8_are_unreadable() {
        byte[] payload = golden(RECEIVED);
        payload[payload.length / 2] = (byte) 0xFF;

        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> Wire.read(RECEIVED, payload));
    }

    @Test
    void a_type_of_another_version_is_unreadable() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.read("redress.intake.complaint-received.v9", golden(RECEIVED)))
                .withMessage(
                        "redress.intake.complaint-received.v9: Expected a type of this version, but it is unknown");
    }

    @Test
    void a_payload_of_10_megabytes_is_refused_unread() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.readReply(new byte[10 << 20]))
                .withMessage("redress.reply: Expected at most 1048576 bytes, but got 10485760");
    }

    @Test
    void hostile_nesting_names_and_numbers_are_refused() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String longName = "{\"" + "n".repeat(100_000) + "\":1}";
        String longNumber = "{\"done\":" + "9".repeat(100_000) + "}";
        String longString = "{\"x\":\"" + "s".repeat(200_000) + "\"}";
        String many = "{\"x\":[" + "1,".repeat(300_000) + "1]}";

        for (String hostile : new String[] {deep, longName, longNumber, longString, many}) {
            assertThatExceptionOfType(UnreadableEvent.class)
                    .isThrownBy(() -> Wire.readReply(hostile.getBytes(UTF_8)))
                    .satisfies(unreadable -> assertThat(unreadable.getMessage()).hasSizeLessThan(200));
        }
    }

    @Test
    void a_repeated_field_in_a_reply_is_refused_because_readers_would_disagree() {
        byte[] twice = new String(golden(ANSWER), UTF_8)
                .replace("\"done\": true", "\"done\": false, \"done\": true")
                .getBytes(UTF_8);

        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> Wire.readReply(twice));
    }

    @Test
    void a_reply_may_not_say_more_than_the_limits() {
        refused(changed(ANSWER, "/findings", text(Limits.FINDINGS + 1)), "findings of at most 8,000 characters");
        refused(changed(ANSWER, "/by", text(Limits.NAME + 1)), "a name in by of at most 200 characters");
        refused(changed(ANSWER, "/replyId", text(Limits.NAME + 1)), "a reply id of at most 200 characters");
        refused(changed(ANSWER, "/claims", many("{\"key\":\"k\",\"value\":\"v\"}", 51)), "at most 50 claims");
        refused(
                changed(ANSWER, "/options", many("{\"kind\":\"k\",\"title\":\"t\",\"days\":0}", 21)),
                "at most 20 options");
        refused(
                changed("redress.reply.progress.v1", "/note", text(Limits.NOTE + 1)),
                "a note of at most 2,000 characters");
        refused(changed("redress.reply.decline.v1", "/reason", text(Limits.NOTE + 1)), "a reason of at most 2,000");

        assertThat(Wire.readReply(changed(ANSWER, "/findings", text(Limits.FINDINGS))))
                .isNotNull();
    }

    @Test
    void limits_count_characters_and_not_code_units() {
        String astonished = "😮".repeat(Limits.FINDINGS);

        DepartmentReply.Answer reply =
                (DepartmentReply.Answer) Wire.readReply(changed(ANSWER, "/findings", "\"" + astonished + "\""));

        assertThat(reply.findings()).isEqualTo(astonished);
        assertThat(Wire.readReply(Wire.write(reply))).isEqualTo(reply);
    }

    @Test
    void half_a_character_is_refused_because_it_could_not_be_published() {
        for (String half : List.of("\\ud83d", "\\ude2e", "\\ude2e\\ud83d")) {
            String broken = new String(golden(ANSWER), UTF_8).replace("The March", half);
            refused(broken.getBytes(UTF_8), "Expected findings in Unicode, but it contains half of a surrogate pair");
        }
    }

    @Test
    void a_message_never_repeats_what_was_said() {
        byte[] payload = changed(RECEIVED, "/owner", "\"My iban is IT60X0542811101000000123456\"");

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.read(RECEIVED, payload))
                .satisfies(unreadable -> assertThat(unreadable.getMessage()).doesNotContain("iban"));
    }

    @Test
    void a_broken_payload_is_unreadable_and_never_anything_worse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String wireName = random.nextBoolean() ? DIAGNOSED : ANSWER;
            byte[] payload = golden(wireName);
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            }
            try {
                Object read = wireName.equals(ANSWER) ? Wire.readReply(payload) : Wire.read(wireName, payload);
                assertThat(read).isNotNull();
            } catch (UnreadableEvent expected) {
                assertThat(expected.getMessage()).as("seed %d", seed).contains("Expected ");
            } catch (RuntimeException worse) {
                throw new AssertionError("seed " + seed + ": " + new String(payload, UTF_8), worse);
            }
        }
    }

    @Test
    void names_are_in_alphabetical_order_and_only_records_with_a_name_are_written() {
        assertThat(List.copyOf(EventTypes.all().keySet())).isSorted();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.wireName(String.class))
                .withMessageContaining("Expected @WireName on java.lang.String");
        assertThat(Wire.dataSchema(REVIEW))
                .hasToString("https://redress.example/schemas/redress.review.review-completed.v1.json");
    }

    private static void refused(byte[] reply, String reason) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> Wire.readReply(reply))
                .withMessageContaining(reason)
                .satisfies(unreadable -> assertThat(unreadable.getMessage()).hasSizeLessThan(200));
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String many(String element, int count) {
        return "[" + (element + ",").repeat(count - 1) + element + "]";
    }

    private static byte[] golden(String sample) {
        return Documents.bytes("/golden/" + sample + ".json");
    }

    private static byte[] changed(String sample, String pointer, String value) {
        ObjectNode document = (ObjectNode) Documents.json("/golden/" + sample + ".json");
        int last = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, last));
        ((ObjectNode) parent).set(pointer.substring(last + 1), Documents.JSON.readTree(value));
        return bytes(document);
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(UTF_8);
    }
}
