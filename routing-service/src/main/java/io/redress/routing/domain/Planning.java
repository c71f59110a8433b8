package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.routing.domain.RoutingRow.Involved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts and gates of a plan while it is made: the first reason stays, and a solution is more than information. */
final class Planning {
    private final Map<DepartmentCode, Plan.Part> parts = new LinkedHashMap<>();
    private final Map<DepartmentCode, Gate> gates = new LinkedHashMap<>();

    void add(RoutingRow row, String nature) {
        if (row.lead() != null && row.reason() != null) {
            String subject = row.ask() == null ? subject(RequestKind.SOLUTION, nature) : row.ask();
            add(new Plan.Part(row.lead(), RequestKind.SOLUTION, nature, row.reason(), subject));
        }
        for (Involved it : row.involved()) {
            add(new Plan.Part(it.department(), it.kind(), nature, it.reason(), subject(it.kind(), nature)));
        }
        row.gates().forEach(it -> gates.putIfAbsent(it.department(), new Gate(it.department(), it.reason(), row.id())));
    }

    private void add(Plan.Part part) {
        parts.merge(
                part.department(),
                part,
                (before, now) -> before.kind() == RequestKind.SOLUTION
                        ? before
                        : now.kind() == RequestKind.SOLUTION ? now : before);
    }

    private static String subject(RequestKind kind, String nature) {
        String about = nature.replace('-', ' ');
        return kind == RequestKind.SOLUTION
                ? "Look into the complaint about " + about + " and say how it can be put right."
                : "Read the complaint about " + about + " and say what must be considered before we answer.";
    }

    List<Plan.Part> parts() {
        return List.copyOf(parts.values());
    }

    List<Gate> gates() {
        return List.copyOf(gates.values());
    }
}
