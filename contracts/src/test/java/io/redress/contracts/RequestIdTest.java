package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");

    @Test
    void a_request_id_is_made_of_its_case_and_a_number() {
        RequestId request = RequestId.of(CASE, 2);

        assertThat(request).hasToString("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r2");
        assertThat(request.caseId()).isEqualTo(CASE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_000, Integer.MAX_VALUE})
    void a_number_outside_1_to_99999_is_refused(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(CASE, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r01",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-R1",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r1 ",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70-r٢",
                "------------------------------------r1",
                "------------------------------------" + "-r1"
            })
    void anything_else_is_refused_with_a_sentence(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestId(value))
                .withMessageStartingWith("Expected a request id (<case id>-r<number>), but got");
    }
}
