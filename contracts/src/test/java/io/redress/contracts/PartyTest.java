package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {

    @Test
    void a_party_says_what_it_is_and_who() {
        assertThat(Party.department(new DepartmentCode("finance")))
                .returns("department:finance", Party::value)
                .returns("finance", Party::id)
                .matches(Party::isDepartment);
        assertThat(Party.consultant("andrei")).returns("andrei", Party::id).matches(Party::isConsultant);
        assertThat(Party.CUSTOMER).returns("", Party::id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "finance",
                "department:",
                "department:Finance",
                "consultant:",
                "consultant:a\nb",
                "customer:7"
            })
    void anything_else_is_nobody(String value) {
        assertThatThrownBy(() -> new Party(value)).hasMessageContaining("Expected customer, consultant:<id>");
    }
}
