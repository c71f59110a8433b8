package io.redress.department.domain;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.help;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.DepartmentReply.Help;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.ContractField.Form;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentFact.EarlyReplyKept;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A department that has published what it needs is asked for help in that form, or not at all. */
class CharteredHelpTest {
    private static final RequestContract CONTRACT = new RequestContract(List.of(
            new ContractField(
                    "order", "number of the order", Form.NUMBER, "SO-77182", null, FINANCE, List.of("comanda")),
            new ContractField("needed-by", "the day it is needed", Form.DATE, "2026-12-01", null, null, null)));
    private static final Charters CHARTERS = Charters.of(List.of(new Charter(
            LOGISTICS,
            1,
            new CharterContent(null, CONTRACT, null, null, null, null, null, null, null),
            WorkCalendar.always())));

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> unasked =
            Scenario.of(new DepartmentDecider(CHARTERS));
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider(CHARTERS)).given(new RequestTaken(raised(R1, FINANCE)));

    @Test
    @Behaviour("R66")
    void help_without_what_the_other_needs_is_refused_when_it_is_asked_for() {
        asked.when(new Reply(help("h", R1, FINANCE, LOGISTICS))).thenRejected("unfit-request");
        asked.when(new Reply(helpWith("h", Map.of("order", "SO-1")))).thenRejected("unfit-request");
        unasked.when(new HearReply(help("h", R1, FINANCE, LOGISTICS))).thenRejected("unfit-request");
    }

    @Test
    @Behaviour("R67")
    void another_form_is_converted_and_the_other_reads_its_own() {
        var given = Map.of("Comanda", "so 1", "needed_by", "1.12.2026");

        assertThat(asked.when(new Reply(helpWith("h", given))).events())
                .filteredOn(Published.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(((HelpRequested) ((Published) it).event()).fields())
                        .isEqualTo(Map.of("order", "SO1", "needed-by", "2026-12-01")));
    }

    @Test
    void help_in_the_right_form_may_come_before_its_request() {
        var early = helpWith("h", Map.of("order", "SO-1", "needed-by", "2026-12-01"));

        unasked.when(new HearReply(early)).then(new EarlyReplyKept(early, NOW.plus(EarlyReplies.KEPT_FOR)));
        assertThat(unasked.state().request(R1)).isNull();
    }

    private static Help helpWith(String replyId, Map<String, String> fields) {
        return new Help(
                replyId, R1, FINANCE, "Silvia", LOGISTICS, RequestKind.INFORMATION, "When did it leave?", fields);
    }
}
