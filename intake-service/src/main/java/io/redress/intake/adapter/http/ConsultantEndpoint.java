package io.redress.intake.adapter.http;

import io.redress.intake.application.ConsultantLoads;
import io.redress.intake.application.ConsultantLoads.Load;
import io.redress.intake.domain.messages.Consultant;
import io.redress.intake.domain.messages.Roster;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of the front desk and what they have to carry (R144). */
@RestController
class ConsultantEndpoint {
    private final Roster roster;
    private final ConsultantLoads loads;

    ConsultantEndpoint(Roster roster, ConsultantLoads loads) {
        this.roster = roster;
        this.loads = loads;
    }

    @GetMapping("/api/v1/consultants")
    ConsultantList consultants() {
        return new ConsultantList(roster.all().stream().map(this::line).toList());
    }

    private ConsultantLine line(Consultant consultant) {
        Load load = loads.of(consultant.id());
        return new ConsultantLine(
                consultant.id(),
                consultant.name(),
                consultant.languages(),
                consultant.capacity(),
                load.open(),
                load.hostile(),
                load.wishes(),
                load.overdue());
    }

    record ConsultantList(List<ConsultantLine> consultants) {}

    /** One person: how many cases fit, and how many there are. */
    record ConsultantLine(
            String id,
            String name,
            List<String> languages,
            int capacity,
            int openCases,
            int hostileCases,
            int contactWishes,
            int overdueContacts) {}
}
