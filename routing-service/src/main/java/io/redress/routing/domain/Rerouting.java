package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Refused;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * After a revision the plan is made anew: who is missing is asked, who is not needed is released, and what remains keeps
 * its request, its clock and its history (R6).
 */
final class Rerouting {
    private final Departments departments;
    private final RoutingTable table;
    private final Knowing knowing;

    Rerouting(Departments departments, RoutingTable table, Knowing knowing) {
        this.departments = departments;
        this.table = table;
        this.knowing = knowing;
    }

    /** Empty where the revision changes nothing about who is needed for what. */
    List<RoutingFact> facts(Routed routed, Reroute command, Instant now) {
        Plan usual = table.plan(routed.routing().customer().tier(), command.diagnosis(), now);
        Recognition known =
                knowing.recognise(usual, Knowing.symptoms(routed, command.diagnosis()), routed.knowledge(), now);
        return knowing.told(
                known,
                facts(routed, command, known.into(usual), now),
                routed.requests().size(),
                now);
    }

    private List<RoutingFact> facts(Routed routed, Reroute command, Plan plan, Instant now) {
        Map<RequestId, Involvement> needed = new LinkedHashMap<>();
        List<RequestRaised> added = new ArrayList<>();
        for (Plan.Part part : plan.parts()) {
            Request serving = serving(routed, part);
            if (serving == null) {
                RequestRaised raised = raised(routed, part, routed.requests().size() + added.size() + 1, now);
                added.add(raised);
                needed.put(
                        raised.requestId(),
                        new Involvement(part.department(), raised.requestId(), part.kind(), part.reason()));
            } else {
                Request.Ask ask = serving.ask();
                needed.putIfAbsent(ask.id(), new Involvement(ask.department(), ask.id(), ask.kind(), part.reason()));
            }
        }
        List<Request> inVain = asked(routed)
                .filter(it -> isOpen(it) || it instanceof Answered)
                .filter(it -> !needed.containsKey(it.ask().id()))
                // What was answered with the asking has cost nobody anything, and what is known stays true.
                .filter(it ->
                        !routed.knowledge().preAnswered().contains(it.ask().id()))
                .toList();
        List<Request.Ask> released = inVain.stream()
                .filter(Rerouting::isOpen)
                .flatMap(it -> withItsOffer(routed, it))
                .toList();
        CaseRerouted rerouted = new CaseRerouted(
                routed.routing().caseId(),
                command.revision(),
                command.diagnosis().strongest().nature(),
                command.diagnosis().strongest().cause(),
                plan.lead(),
                List.copyOf(needed.values()),
                added.stream().map(RequestRaised::requestId).toList(),
                released.stream().map(Request.Ask::id).toList(),
                !inVain.isEmpty(),
                plan.rule(),
                command.because(),
                now,
                dueAt(routed, added, now),
                plan.rulesVersion(),
                plan.facts(),
                plan.gates());
        if (isSame(routed.routing(), rerouted)) {
            return List.of();
        }
        List<RoutingFact> facts = told(rerouted, added, released, now);
        if (command.diagnosis().isSettledByThanks()) {
            facts.add(FirstRouting.settled(
                    rerouted.caseId(), rerouted.nature(), "It was no complaint, and the customer was thanked.", now));
        }
        return facts;
    }

    /** The routing as it is after a revision; when it was first routed and for whom does not change. */
    static CaseRouted applied(CaseRouted before, CaseRerouted rerouted) {
        return new CaseRouted(
                before.caseId(),
                rerouted.nature(),
                rerouted.cause(),
                rerouted.lead(),
                rerouted.involvements(),
                before.owner(),
                before.customer(),
                before.submittedBy(),
                before.language(),
                rerouted.rule(),
                before.routedAt(),
                rerouted.dueAt(),
                rerouted.rulesVersion(),
                rerouted.facts(),
                rerouted.gates(),
                before.product(),
                before.region(),
                before.receivedAt());
    }

    /** The routing as it is once another consultant answers for the case. */
    static CaseRouted ownedBy(CaseRouted before, Owner owner) {
        return new CaseRouted(
                before.caseId(),
                before.nature(),
                before.cause(),
                before.lead(),
                before.involvements(),
                owner,
                before.customer(),
                before.submittedBy(),
                before.language(),
                before.rule(),
                before.routedAt(),
                before.dueAt(),
                before.rulesVersion(),
                before.facts(),
                before.gates());
    }

    private static boolean isSame(CaseRouted before, CaseRerouted after) {
        return after.added().isEmpty()
                && after.released().isEmpty()
                && before.nature().equals(after.nature())
                && before.cause() == after.cause()
                && Objects.equals(before.lead(), after.lead())
                && needsNoFurtherClearance(before, after);
    }

    /** A clearance that is not needed any more does no harm; one that is must be known before anything leaves. */
    private static boolean needsNoFurtherClearance(CaseRouted before, CaseRerouted after) {
        Set<DepartmentCode> cleared = before.gates() == null
                ? Set.of()
                : before.gates().stream().map(Gate::department).collect(Collectors.toUnmodifiableSet());
        return after.gates() == null || after.gates().stream().allMatch(it -> cleared.contains(it.department()));
    }

    private static List<RoutingFact> told(
            CaseRerouted rerouted, List<RequestRaised> added, List<Request.Ask> released, Instant now) {
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(rerouted));
        added.forEach(it -> facts.add(new Published(it)));
        released.forEach(it -> facts.add(new Published(
                new RequestWithdrawn(rerouted.caseId(), it.id(), it.department(), it.kind(), rerouted.reason(), now))));
        return facts;
    }

    /**
     * What serves a part already: a request of its department, or of whoever took it over, that is still open or has been
     * answered about the same. A solution serves whoever only wanted information.
     */
    private static @Nullable Request serving(Routed routed, Plan.Part part) {
        return asked(routed)
                .filter(it -> it.ask().department().equals(part.department()))
                .map(it -> lastOf(routed, it))
                .filter(it -> serves(it, part))
                .findFirst()
                .orElse(null);
    }

    private static boolean serves(Request request, Plan.Part part) {
        boolean enough = request.ask().kind() == RequestKind.SOLUTION || part.kind() == RequestKind.INFORMATION;
        return switch (request) {
            case Open _, OnOffer _ -> enough;
            case Answered(var ask) -> enough && ask.nature().equals(part.nature());
            case Offered _, Refused _, PassedOn _, Withdrawn _ -> false;
        };
    }

    private static boolean isOpen(Request request) {
        return request instanceof Open || request instanceof OnOffer;
    }

    /** Who is not needed any more need not find anybody else either. */
    private static Stream<Request.Ask> withItsOffer(Routed routed, Request request) {
        Request offered = request instanceof OnOffer(var _, var offer) ? routed.request(offer.replacedBy()) : null;
        return Stream.concat(
                Stream.of(request.ask()), Stream.ofNullable(offered).map(Request::ask));
    }

    /** Follows redirections; at most as often as there are requests, so that a circle cannot hold us. */
    private static Request lastOf(Routed routed, Request request) {
        Request last = request;
        for (int i = 0; i < routed.requests().size(); i++) {
            Request next = last instanceof PassedOn(var _, var by) ? routed.request(by) : null;
            if (next == null) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /**
     * What carries out a choice follows from the choice and not from the diagnosis, what people ask from people, and what
     * helps with a request from that request.
     */
    private static Stream<Request> asked(Routed routed) {
        return routed.requests().stream()
                .filter(it -> it.ask().kind() != RequestKind.EXECUTION
                        && it.ask().stepId() == null
                        && it.ask().wantedId() == null)
                .filter(it -> routed.waiting().parentOf(it.ask().id()) == null);
    }

    private RequestRaised raised(Routed routed, Plan.Part part, int number, Instant now) {
        DepartmentCode department = part.department();
        return new RequestRaised(
                routed.routing().caseId(),
                RequestId.of(routed.routing().caseId(), number),
                department,
                part.kind(),
                part.nature(),
                part.subject(),
                routed.words(),
                routed.routing().language(),
                null,
                now,
                departments.dueAt(department, now));
    }

    /** What was promised before stands, unless somebody new needs longer. */
    private static Instant dueAt(Routed routed, List<RequestRaised> added, Instant now) {
        return Stream.concat(Stream.of(routed.promised(), now), added.stream().map(RequestRaised::dueAt))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
