package io.redress.standalone.demo;

import io.redress.contracts.CaseId;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells what departments make of each other: who takes over from whom, and who waits for whom. */
final class CoordinationTales {
    /** Until routing knows, too, what a department has been asked. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Rest rest;
    private final ScheduledExecutorService later;
    private final Telling telling;
    private final Set<CaseId> chains = ConcurrentHashMap.newKeySet();

    CoordinationTales(Rest rest, ScheduledExecutorService later, Telling telling) {
        this.rest = rest;
        this.later = later;
        this.telling = telling;
    }

    /** The last of a chain has been asked. */
    void chainStands(CaseId caseId) {
        if (chains.add(caseId)) {
            later.schedule(() -> tellChain(caseId), SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellChain(CaseId caseId) {
        String path = "/api/v1/cases/" + caseId + "/waits";
        telling.says(
                "waits", rest.get("supervisor", path).body().path("sentence").asString());
        telling.lookUp(path);
    }

    void heard(RoutingEvent event) {
        switch (event) {
            case OwnershipOffered offered
            when offered.requestId() != null -> {
                telling.says(
                        "offer",
                        "%s declines %s and names %s: \"%s\""
                                .formatted(
                                        name(offered.from()),
                                        label(offered.requestId()),
                                        name(offered.to()),
                                        offered.reason()));
                telling.lookUp("/api/v1/cases/" + offered.caseId() + "/ownership");
            }
            case OwnershipMoved moved
            when moved.requestId() != null ->
                telling.says("offer", "%s takes over from %s".formatted(name(moved.to()), name(moved.from())));
            case WaitCycleFound found -> {
                telling.says(
                        "circle",
                        "found: " + circle(found) + " wait for each other; " + found.superior()
                                + " decides who goes first");
                telling.lookUp("/api/v1/cases/" + found.caseId() + "/waits");
            }
            case WaitCycleBroken broken -> telling.says("circle", "broken: " + how(broken));
            case RootBlockerChanged(var caseId, var _, var to, var _, var sentence, var _)
            when to != null && !to.isDepartment() && chains.remove(caseId) -> telling.says("waits", sentence);
            default -> {
                // Told by others, or nothing that departments make of each other.
            }
        }
    }

    private static String circle(WaitCycleFound found) {
        return found.parties().stream().map(CoordinationTales::name).collect(Collectors.joining(" and "));
    }

    private static String how(WaitCycleBroken broken) {
        return broken.goFirst() == null
                ? "it has opened by itself"
                : "%s goes first, says %s: \"%s\"".formatted(label(broken.goFirst()), broken.by(), broken.reason());
    }

    private static String name(Party party) {
        return party.isDepartment() ? party.id() : party.value();
    }

    /** How people call a request of a known case, as in r2. */
    private static String label(RequestId id) {
        return id.value().substring(id.value().lastIndexOf('-') + 1);
    }
}
