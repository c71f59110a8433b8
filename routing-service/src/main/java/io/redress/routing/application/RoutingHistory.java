package io.redress.routing.application;

import io.redress.chassis.store.LogEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the routing table decided about a case, and on which grounds, one decision after the other. */
public final class RoutingHistory {
    private static final String ENTRY = "decision";

    private RoutingHistory() {}

    /**
     * One decision.
     *
     * @param revision of the diagnosis that led to it; 0 for the first one
     * @param rule the row that decided about the lead
     * @param rulesVersion the version of the table that was in force
     * @param facts what the table looked at
     * @param departments all that were needed, the lead first
     * @param reason why it was decided anew; absent in the first one
     */
    public record Decision(
            int revision,
            Instant at,
            @Nullable String rulesVersion,
            String rule,
            @Nullable DepartmentCode lead,
            List<DepartmentCode> departments,
            List<Gate> gates,
            @Nullable Facts facts,
            @Nullable String reason) {}

    /** What an event adds to the log of its case. */
    static List<byte[]> of(RoutingEvent event) {
        return switch (event) {
            case CaseRouted it ->
                entry(new Decision(
                        0,
                        it.routedAt(),
                        it.rulesVersion(),
                        it.rule(),
                        it.lead(),
                        departments(it.involvements()),
                        gates(it.gates()),
                        it.facts(),
                        null));
            case CaseRerouted it ->
                entry(new Decision(
                        it.revision(),
                        it.reroutedAt(),
                        it.rulesVersion(),
                        it.rule(),
                        it.lead(),
                        departments(it.involvements()),
                        gates(it.gates()),
                        it.facts(),
                        it.reason()));
            default -> List.of();
        };
    }

    /** The decisions among the entries of a log; intake revises a diagnosis so seldom that one page has them all. */
    public static List<Decision> decisions(List<LogEntry> log) {
        return log.stream()
                .map(it -> Wire.mapper().readTree(it.content()).get(ENTRY))
                .flatMap(it -> Optional.<JsonNode>ofNullable(it).stream())
                .map(it -> Wire.mapper().treeToValue(it, Decision.class))
                .toList();
    }

    private static List<byte[]> entry(Decision decision) {
        return List.of(Wire.mapper().writeValueAsBytes(Map.of(ENTRY, decision)));
    }

    private static List<DepartmentCode> departments(List<Involvement> involvements) {
        return involvements.stream().map(Involvement::department).distinct().toList();
    }

    private static List<Gate> gates(@Nullable List<Gate> gates) {
        return gates == null ? List.of() : gates;
    }
}
