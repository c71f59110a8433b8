package io.redress.department.application;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.Speaker;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContributionMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountedRules meters =
            new CountedRules(new DepartmentDecider(), List.of(new ContributionMeters(registry)));

    @Test
    @Behaviour("R68")
    void contributions_and_their_use_are_counted_for_whoever_knew() {
        Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
                Scenario.of(meters).given(new RequestTaken(raised(R1, FINANCE)));
        asked.when(new Contribute(CASE, "k", new Speaker("remus", false, Set.of(LOGISTICS)), "Known.", null))
                .andThen();
        asked.when(new Contribute(CASE, "l", new Speaker("andrei", true, Set.of()), "Known too.", null))
                .andThen();
        asked.when(new Reply(new DepartmentReply.Answer(
                        "a", R1, FINANCE, "Silvia", true, "So it is.", null, null, List.of("contribution-1"))))
                .andThen();

        assertThat(count("redress_contributions_total", "logistics")).isEqualTo(1);
        assertThat(count("redress_contributions_total", "front-desk")).isEqualTo(1);
        assertThat(count("redress_contributions_used_total", "logistics")).isEqualTo(1);
        assertThat(registry.find("redress_contributions_used_total")
                        .tag("department", "front-desk")
                        .counter())
                .isNull();
    }

    @Test
    void departments_that_somebody_invents_do_not_become_labels_without_end() {
        for (char first = 'a'; first <= 'z'; first++) {
            Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked = Scenario.of(meters);
            asked.when(new LearnOwner(null, ANDREI)).andThen();
            for (char second = 'a'; second <= 'z'; second++) {
                DepartmentCode invented = new DepartmentCode("" + first + second);
                asked.when(new HearReply(new DepartmentReply.Contribution("c", CASE, invented, "robot", "Hm.", null)))
                        .andThen();
            }
        }

        assertThat(registry.find("redress_contributions_total").counters()).hasSizeLessThanOrEqualTo(201);
        assertThat(count("redress_contributions_total", "other")).isGreaterThan(400);
    }

    private double count(String name, String department) {
        return registry.get(name).tag("department", department).counter().count();
    }
}
