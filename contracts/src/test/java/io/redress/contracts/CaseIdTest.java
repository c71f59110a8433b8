package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {
    private static final String ID = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70";

    @Test
    void a_case_id_is_a_uuid_in_lower_case() {
        assertThat(new CaseId(ID)).hasToString(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01990C3E-7A10-7C3B-9D51-2F6A1B8C4E70",
                "01990c3e7a107c3b9d512f6a1b8c4e70",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e7",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e700",
                "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70\n",
                " 1990c3e-7a10-7c3b-9d51-2f6a1b8c4e70",
                "g1990c3e-7a10-7c3b-9d51-2f6a1b8c4e70",
                "٠1990c3e-7a10-7c3b-9d51-2f6a1b8c4e70",
                "../../../../../../../../../../etc/pwd"
            })
    void anything_else_is_refused_with_a_sentence(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseId(value))
                .withMessageStartingWith("Expected a case id (a UUID in lower case), but got");
    }

    @Test
    void a_long_or_wild_value_is_not_repeated_in_full() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseId("x\r\nSet-Cookie: a=b" + "y".repeat(1_000_000)))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .hasSizeLessThan(120)
                        .doesNotContain("\r")
                        .doesNotContain("\n"));
    }
}
