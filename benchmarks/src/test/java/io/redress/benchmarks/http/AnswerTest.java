package io.redress.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void rows_of_a_list_hold_the_fields_asked_for_and_nothing_where_one_is_missing() {
        Answer answer = answer("{\"members\":[{\"caseId\":\"a\",\"n\":1},{\"other\":\"x\",\"caseId\":\"b\"}]}");
        assertThat(answer.rows("/members", "n", "caseId")).containsExactly(List.of("1", "a"), List.of("", "b"));
    }

    @Test
    void there_are_no_rows_where_there_is_no_list() {
        assertThat(answer("{}").rows("/members", "caseId")).isEmpty();
        assertThat(answer("").rows("/members", "caseId")).isEmpty();
        assertThat(answer("<html>").rows("/members", "caseId")).isEmpty();
    }

    private static Answer answer(String body) {
        return new Answer(200, "", "", 1, body.getBytes(UTF_8));
    }
}
