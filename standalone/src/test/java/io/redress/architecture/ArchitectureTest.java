package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the product, and was seen failing: it fails for {@code io.redress.offender}. */
class ArchitectureTest {
    private static JavaClasses product;
    private static JavaClasses offenders;

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/offender/") && !location.contains("/otheroffender/"))
                // Packaged, the chassis' test fixtures look like anybody's jar.
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.redress");
        offenders = new ClassFileImporter().importPackages("io.redress.offender", "io.redress.otheroffender");
    }

    static Stream<String> rules() {
        return Architecture.ALL.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps(String rule) {
        Architecture.ALL.get(rule).check(product);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void an_offender_is_found_by(String rule) {
        assertThat(Architecture.ALL.get(rule).evaluate(offenders).hasViolation())
                .isTrue();
    }

    @Test
    void every_service_is_looked_at() {
        assertThat(product.stream().map(type -> type.getPackageName().split("\\.")[2]))
                .contains(
                        "contracts",
                        "chassis",
                        "intake",
                        "routing",
                        "department",
                        "resolution",
                        "analytics",
                        "gateway",
                        "standalone");
    }
}
