package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.standalone.contexts.Application;
import io.redress.standalone.machine.StartFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTest {

    @Test
    void only_some_services_can_be_started_to_be_measured_alone() {
        assertThat(Product.redress().only(List.of("intake-service")).services())
                .extracting(Application::module)
                .containsExactly("intake-service");
        assertThat(Product.redress().only(List.of())).isEqualTo(Product.redress());
    }

    @Test
    void a_service_that_is_not_known_is_said_in_one_sentence() {
        assertThatThrownBy(() -> Product.redress().only(List.of("intake")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Expected --only to name some of [intake-service,");
    }
}
