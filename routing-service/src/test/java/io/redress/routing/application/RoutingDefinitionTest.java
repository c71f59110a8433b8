package io.redress.routing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Wire;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingDefinitionTest {
    private final Departments departments = DeclaredRules.departments("departments.yaml", shipped("/departments.yaml"));

    @Test
    @Behaviour("R57")
    void a_request_leaves_for_everybody_and_for_the_departments_own_systems() {
        CaseId caseId = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
        RequestRaised raised = new RequestRaised(
                caseId,
                RequestId.of(caseId, 1),
                new DepartmentCode("finance"),
                RequestKind.SOLUTION,
                "refund",
                "Look into it.",
                "I want my money back.",
                "en",
                null,
                Instant.EPOCH,
                Instant.EPOCH);

        List<Outgoing> outgoing = definition().outgoing(caseId.value(), new RoutingFact.Published(raised));

        assertThat(outgoing).extracting(Outgoing::stream).containsExactly("routing", "requests.finance");
        assertThat(outgoing)
                .extracting(Outgoing::topic)
                .containsExactly("redress.routing.v1", "redress.requests.finance.v1");
        assertThat(outgoing)
                .allSatisfy(it -> assertThat(Wire.read(it.type(), it.payload())).isEqualTo(raised));
        assertThat(definition().outgoing(caseId.value(), new RoutingFact.CaseEnded()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "code: finance     | code: Finance         | In departments.yaml at departments number 2 at code: Expected a department code",
                "answerHours: 24   | answerHours: 0        | answerHours of 1 to 2000",
                "answerHours: 24   | answerHour: 24        | answerHour",
                "code: logistics   | code: finance         | finance is there twice",
                "listener: front-desk | listener: reception | Expected a registered department as the department that listens, but got reception",
                "handles: [unclear] | handles: [unclear    | Expected YAML in departments.yaml"
            })
    void a_mistake_in_the_departments_is_told_in_a_sentence(String right, String wrong, String told) {
        String yaml = text("/departments.yaml");
        assertThat(yaml).contains(right);

        assertThatThrownBy(() -> DeclaredRules.departments(
                        "departments.yaml", stream(yaml.replaceFirst(java.util.regex.Pattern.quote(right), wrong))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lead: logistics          | lead: transport         | registered department in row goods-on-their-way-to-logistics of the routing table, but got transport",
                "natures: [vip, crisis]   | natures: [vip]          | row with a lead for every complaint about crisis",
                "natures: [vip, crisis]   | natures: [vip, crises]  | nature of the vocabulary in row high-stakes-to-senior-management of the routing table, but got crises",
                "kind: INFORMATION        | kind: EXECUTION         | which only follows from a choice or a gate",
                "kind: INFORMATION        | kind: HELP              | HELP",
                "industry: GOODS          | industry: SERVICES      | SERVICES",
                "tier: VIP                | tiers: VIP              | tiers"
            })
    void a_mistake_in_the_routing_table_is_told_in_a_sentence(String right, String wrong, String told) {
        String yaml = text("/routing-rules.yaml");
        assertThat(yaml).contains(right);

        assertThatThrownBy(() -> DeclaredRules.table(
                        "routing-rules.yaml",
                        stream(yaml.replaceFirst(java.util.regex.Pattern.quote(right), wrong)),
                        departments,
                        Industry.BOTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("In routing-rules.yaml")
                .hasMessageContaining(told);
    }

    private RoutingDefinition definition() {
        return new RoutingDefinition(
                new RoutingDecider(
                        departments,
                        DeclaredRules.table(
                                "routing-rules.yaml", shipped("/routing-rules.yaml"), departments, Industry.BOTH)),
                new RoutingMeters(new SimpleMeterRegistry()));
    }

    private static InputStream shipped(String file) {
        return stream(text(file));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(RoutingDefinitionTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
