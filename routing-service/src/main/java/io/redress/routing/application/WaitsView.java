package io.redress.routing.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitGraph;
import io.redress.routing.domain.Waiting.Circle;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why a customer is waiting. */
public sealed interface WaitsView {

    /** The last event applied or decided, by stream. */
    Map<String, Long> asOf();

    /**
     * As people of the company see it.
     *
     * @param sentence the critical path in words
     * @param rootBlocker absent where nothing holds the case up
     * @param criticalPath from the case to what holds it up
     * @param waits all there are, those of the critical path among them
     * @param at when it was looked at; elapsed times run until then
     */
    record StaffView(
            CaseId caseId,
            String sentence,
            @Nullable Blocking rootBlocker,
            List<WaitLine> criticalPath,
            List<WaitLine> waits,
            List<CycleLine> cycles,
            Instant at,
            Map<String, Long> asOf)
            implements WaitsView {}

    /** What holds a case up, and the request it is about where it is about one. */
    record Blocking(Party party, String name, @Nullable RequestId requestId) {}

    /** Requests that wait for each other, until the superior decides who goes first. */
    record CycleLine(
            String cycleId, List<RequestId> requests, DepartmentCode superior, Instant foundAt, Instant decideBy) {

        static CycleLine of(Circle circle) {
            return new CycleLine(
                    circle.id(), circle.requests(), circle.superior(), circle.foundAt(), circle.decideBy());
        }
    }

    /**
     * As it is said to the customer: honest about what, since when and until when, and without our departments (R69).
     *
     * @param what {@code our-work}, {@code your-answer}, {@code your-choice} or {@code nothing}
     * @param since absent where nothing is waited for
     * @param until when it should be over
     */
    record CustomersView(
            CaseId caseId,
            String what,
            String sentence,
            @Nullable Instant since,
            @Nullable Instant until,
            Map<String, Long> asOf)
            implements WaitsView {}

    /** For people of the company. */
    static StaffView forStaff(CaseView<RoutingState> view, WaitLine.Lens lens, Instant at) {
        WaitGraph graph = WaitGraph.of(view.state());
        List<Wait> path = graph.criticalPath();
        return new StaffView(
                new CaseId(view.id()),
                lens.sentence().of(path),
                graph.rootBlocker()
                        .map(it -> new Blocking(it.party(), lens.sentence().nameOf(it.party()), it.requestId()))
                        .orElse(null),
                path.stream().map(it -> lens.line(graph, it, at)).toList(),
                graph.waits().stream().map(it -> lens.line(graph, it, at)).toList(),
                RoutingState.waiting(view.state()).circles().stream()
                        .map(CycleLine::of)
                        .toList(),
                at,
                asOf(view));
    }

    /** For whoever talks to the customer. */
    static CustomersView forCustomer(CaseView<RoutingState> view) {
        List<Wait> path = WaitGraph.of(view.state()).criticalPath();
        CaseId caseId = new CaseId(view.id());
        if (path.isEmpty()) {
            return new CustomersView(caseId, "nothing", "Nothing is waited for.", null, null, asOf(view));
        }
        Wait first = path.getFirst();
        Instant until =
                path.stream().map(Wait::limit).max(Comparator.naturalOrder()).orElse(first.limit());
        return switch (first.what()) {
            case CLARIFICATION ->
                new CustomersView(
                        caseId,
                        "your-answer",
                        "We have asked you a question and wait for your answer.",
                        first.since(),
                        until,
                        asOf(view));
            case CHOICE ->
                new CustomersView(
                        caseId,
                        "your-choice",
                        "We have made you proposals and wait for your choice.",
                        first.since(),
                        until,
                        asOf(view));
            case REQUEST,
                    HELP,
                    APPROVAL,
                    QUESTION,
                    OFFER,
                    DECISION,
                    PROGRESS,
                    ESTIMATE,
                    REESTIMATE,
                    AGREEMENT,
                    CONTEST,
                    STATEMENT ->
                new CustomersView(
                        caseId,
                        "our-work",
                        "We are working on it; colleagues whom we have asked have not answered yet.",
                        first.since(),
                        until,
                        asOf(view));
        };
    }

    private static Map<String, Long> asOf(CaseView<RoutingState> view) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(RoutingDefinition.STREAM, view.sequences().getOrDefault(RoutingDefinition.STREAM, 0L));
        return asOf;
    }
}
