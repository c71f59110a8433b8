package io.redress.routing.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.routing.domain.KnowledgeFact.InquiryEnded;
import io.redress.routing.domain.RoutingFact;
import java.util.Locale;

/** Counts which rows decide, what routing had to do twice, and what somebody knew already. */
public final class RoutingMeters {
    private final MeterRegistry registry;
    private final Counter rerouted;
    private final Counter misdiagnosed;
    private final Counter links;
    private final Counter answered;
    private final Counter unanswered;
    private final Counter members;

    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
        rerouted = registry.counter("redress_cases_rerouted_total");
        misdiagnosed = registry.counter("redress_misdiagnosed_total");
        links = registry.counter("redress_known_problem_links_total");
        answered = registry.counter("redress_inquiries_total", "answered", "true");
        unanswered = registry.counter("redress_inquiries_total", "answered", "false");
        members = registry.counter("redress_incident_members_total");
    }

    /** How many cases have joined incidents. */
    void count(IncidentEvent event) {
        if (event instanceof IncidentEvent.IncidentJoined) {
            members.increment();
        }
    }

    /** A diagnosis that changed after somebody had been asked in vain was a wrong one (R7). */
    void count(RoutingEvent event) {
        switch (event) {
            case CaseRouted it -> decided(it.rule(), "first");
            case CaseRerouted it -> {
                rerouted.increment();
                misdiagnosed.increment(it.misdiagnosed() ? 1 : 0);
                decided(it.rule(), "revised");
            }
            case WaitReminded it -> silent(it.waitedOn(), "reminder");
            case WaitEscalated it -> silent(it.waitedOn(), it.level().name().toLowerCase(Locale.ROOT));
            default -> {}
        }
        if (event instanceof KnownProblemLinked) {
            links.increment();
        }
    }

    /** An inquiry that nobody answers is nobody's fault, but nobody asks in vain for ever, either (R68). */
    void note(RoutingFact fact) {
        if (fact instanceof InquiryEnded it) {
            (it.answered() ? answered : unanswered).increment();
        }
    }

    /** A person's name is no label: there are as many as people. */
    private void silent(Party waitedOn, String level) {
        registry.counter(
                        "redress_silent_waits_total",
                        "department",
                        waitedOn.isDepartment() ? waitedOn.id() : "consultant",
                        "level",
                        level)
                .increment();
    }

    /** There are as many labels as the declared table has rows. */
    private void decided(String rule, String occasion) {
        registry.counter("redress_routing_decisions_total", "rule", rule, "occasion", occasion)
                .increment();
    }
}
