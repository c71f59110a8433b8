package io.redress.analytics.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.Learned;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.CooperationEvent.EvidenceAttached;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactToDepartmentEventsTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");

    @Test
    @Behaviour("R85")
    void who_is_asked_to_help_has_a_part_in_the_case_and_who_only_adds_something_has_none() {
        var help = new HelpRequested(
                CASE,
                RequestId.of(CASE, 1),
                "help-1",
                FINANCE,
                LOGISTICS,
                RequestKind.INFORMATION,
                "When did it leave?",
                "Silvia",
                NOW);
        assertThat(learned(help)).isEqualTo(new Learned.Departments(Set.of(LOGISTICS)));
        assertThat(learned(new EvidenceAttached(CASE, "evidence-1", LOGISTICS, "Contract", null, "remus", NOW)))
                .isEqualTo(new Learned.Nothing());
    }

    private static Learned learned(DepartmentEvent event) {
        var incoming = new IncomingEvent(
                CASE.value(),
                "departments",
                1,
                Topics.DEPARTMENTS,
                EventTypes.wireName(event.getClass()),
                NOW,
                "",
                Wire.write(event));
        return ((RecordEvent) new ReactToDepartmentEvents().command(incoming)).learned();
    }
}
