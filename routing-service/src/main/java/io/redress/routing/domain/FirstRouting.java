package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The first diagnosis of a complaint says who is needed, and everybody of them is asked. */
final class FirstRouting {
    private final Departments departments;
    private final RoutingTable table;
    private final Knowing knowing;

    FirstRouting(Departments departments, RoutingTable table, Knowing knowing) {
        this.departments = departments;
        this.table = table;
        this.knowing = knowing;
    }

    List<RoutingFact> facts(Complaint complaint, Diagnosis diagnosis, Instant now) {
        Plan usual = table.plan(complaint.customer().tier(), diagnosis, now);
        Recognition known = knowing.recognise(usual, Knowing.symptoms(complaint, diagnosis), CaseKnowledge.NONE, now);
        Plan plan = known.into(usual);
        List<RequestRaised> requests = IntStream.range(0, plan.parts().size())
                .mapToObj(i -> request(complaint, i + 1, plan.parts().get(i), now))
                .toList();
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(caseRouted(complaint, diagnosis, plan, requests, now)));
        requests.forEach(it -> facts.add(new Published(it)));
        if (diagnosis.isSettledByThanks()) {
            facts.add(settled(complaint.caseId(), diagnosis.strongest().nature(), "The customer was thanked.", now));
        }
        return knowing.told(known, facts, 0, now);
    }

    private CaseRouted caseRouted(
            Complaint complaint, Diagnosis diagnosis, Plan plan, List<RequestRaised> requests, Instant now) {
        return new CaseRouted(
                complaint.caseId(),
                diagnosis.strongest().nature(),
                diagnosis.strongest().cause(),
                plan.lead(),
                IntStream.range(0, requests.size())
                        .mapToObj(i -> new Involvement(
                                requests.get(i).department(),
                                requests.get(i).requestId(),
                                requests.get(i).kind(),
                                plan.parts().get(i).reason()))
                        .toList(),
                complaint.owner(),
                complaint.customer(),
                complaint.submittedBy(),
                complaint.language(),
                plan.rule(),
                now,
                requests.stream()
                        .map(RequestRaised::dueAt)
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> departments.dueAt(departments.listener(), now)),
                plan.rulesVersion(),
                plan.facts(),
                plan.gates(),
                complaint.product(),
                complaint.region(),
                complaint.receivedAt());
    }

    private RequestRaised request(Complaint complaint, int number, Plan.Part part, Instant now) {
        return new RequestRaised(
                complaint.caseId(),
                RequestId.of(complaint.caseId(), number),
                part.department(),
                part.kind(),
                part.nature(),
                part.subject(),
                complaint.words(),
                complaint.language(),
                null,
                now,
                departments.dueAt(part.department(), now));
    }

    /** There is nothing to do for anybody, or nothing any more. */
    static Published settled(CaseId caseId, String nature, String reason, Instant now) {
        return new Published(new CaseSettled(caseId, nature, reason, now));
    }
}
