package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.routing.domain.Department;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run: complaints come, the rules say who is needed, desks work, and what waits is noted. Intake is not played: a
 * complaint arrives with its diagnosis. Nor are proposals: a case ends when the last department has answered.
 */
public final class Play {
    private final World world;
    private final Ledger ledger;
    private final Invariants invariants = new Invariants();
    private final Map<DepartmentCode, Tally> tallies = new TreeMap<>(Comparator.comparing(DepartmentCode::value));
    private final List<Player> players;

    private Play(Organisation plan, long seed) {
        Timeline timeline = new Timeline(plan.start());
        WorkCalendar calendar = plan.worksIn();
        Departments registry = Registry.working(calendar);
        List<DepartmentCode> codes =
                registry.all().stream().map(Department::code).toList();
        codes.forEach(it -> tallies.put(it, new Tally()));
        Draws draws = new Draws(seed);
        Finished finished = new Finished();
        PublishedCharters charters = new PublishedCharters(timeline, calendar);
        Desks desks = new Desks(plan, codes, calendar, timeline, draws, this::say);
        Services services = new Services(timeline, registry, charters, finished, this::seen);
        world = new World(plan, draws, timeline, calendar, services, desks, charters, finished, new Played.Counts());
        ledger = new Ledger(calendar, desks::worked);
        players = List.of(
                charters,
                new Tallying(world, ledger, tallies),
                desks,
                new Promising(world),
                new Shouting(world),
                new Negotiating(world),
                new Rating(world),
                new Deciding(world));
    }

    /** @throws Violation where something happens that never must, with the seed */
    public static Played of(Organisation plan, long seed) {
        Play play = new Play(plan, seed);
        try {
            return play.run();
        } catch (Violation found) {
            Violation named = new Violation(
                    found.getMessage() + " (at " + play.world.timeline().now() + ", seed " + seed + ")");
            named.initCause(found);
            throw named;
        }
    }

    private boolean say(DepartmentReply reply) {
        return world.say(reply);
    }

    private void seen(CaseEvent event) {
        players.forEach(it -> it.hear(event));
    }

    private Played run() {
        long began = System.nanoTime();
        Timeline timeline = world.timeline();
        world.charters().publish(world.plan(), world.desks(), world.services());
        new Arriving(world, ledger).begin();
        while (timeline.next()) {
            for (String id : world.services().touched()) {
                invariants.check(
                        id, world.services().routing(id), world.services().departments(id));
                // What is sent back in this instant is open again.
                if (isDone(id)) {
                    world.soon(() -> endIfDone(id));
                }
            }
        }
        if (ledger.stillOpen() > 0) {
            throw new Violation("Expected all cases to end, but " + ledger.stillOpen() + " wait for ever");
        }
        Duration simulated = Duration.between(world.plan().start(), timeline.now());
        return new Played(
                tallies,
                ledger,
                world.counts(),
                world.services().events(),
                simulated,
                (System.nanoTime() - began) / 1e9);
    }

    private boolean isDone(String id) {
        return world.services().routing(id) instanceof RoutingState.Routed routed
                && routed.waiting().asked().isEmpty();
    }

    private void endIfDone(String id) {
        if (isDone(id) && world.services().routing(id) instanceof RoutingState.Routed routed) {
            world.services().tellRouting(id, new EndCase(world.timeline().now()));
            ledger.ended(routed.routing().caseId(), world.timeline().now());
            invariants.forget(id);
        }
    }
}
