package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"finance", "quality-control", "hr", "abcdefghijklmnopqrstuvwxyz-abcd"})
    void a_department_code_is_2_to_31_lower_case_letters_and_hyphens(String value) {
        assertThat(new DepartmentCode(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Finance",
                "-finance",
                "fin ance",
                "finance\n",
                "finance.v1",
                "finance/../x",
                "finanță",
                "abcdefghijklmnopqrstuvwxyz-abcde",
                "finance2"
            })
    void anything_else_is_refused_with_a_sentence(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DepartmentCode(value))
                .withMessageStartingWith(
                        "Expected a department code (2 to 31 lower-case letters and hyphens), but got");
    }
}
