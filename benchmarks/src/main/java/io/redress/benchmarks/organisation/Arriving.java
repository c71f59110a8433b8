package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.routing.domain.Complaint;
import io.redress.routing.domain.Diagnosis;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Complaints come one after the other, each with its diagnosis. */
final class Arriving {
    private static final Owner OWNER = new Owner("carla", "Carla Consultant", new DepartmentCode("front-desk"));
    private static final double DAY_MILLIS = 86_400_000;

    private final World world;
    private final Ledger ledger;

    Arriving(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    void begin() {
        arrive(0, world.plan().start());
    }

    private void arrive(int number, Instant at) {
        SplittableRandom chance = world.draws().about("arrival", Integer.toString(number));
        double days = -Math.log(1 - chance.nextDouble()) / world.plan().casesPerDay();
        world.timeline().at(at.plusMillis(Math.round(days * DAY_MILLIS)), () -> {
            CaseId id = new CaseId(new UUID(world.draws().seed(), number + 1L).toString());
            receive(id, nature(chance.nextDouble()));
            if (number + 1 < world.plan().cases()) {
                arrive(number + 1, world.timeline().now());
            }
        });
    }

    private String nature(double drawn) {
        Map<String, Double> natures = world.plan().natures();
        double left = drawn * natures.values().stream().mapToDouble(it -> it).sum();
        String last = "";
        for (Map.Entry<String, Double> it : natures.entrySet()) {
            last = it.getKey();
            left -= it.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    private void receive(CaseId id, String nature) {
        ledger.received(id, world.timeline().now());
        Customer customer = new Customer("customer", Customer.Tier.STANDARD);
        must(world.services()
                .tellRouting(
                        id.value(),
                        new HearComplaint(
                                new Complaint(id, OWNER, customer, "en", "It is about " + nature + ".", "simulator"))));
        must(world.services()
                .tellRouting(
                        id.value(),
                        new Route(new Diagnosis(
                                List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "simulator")),
                                false,
                                false))));
    }

    private static void must(boolean taken) {
        if (!taken) {
            throw new Violation("Expected a complaint to be taken, but it was refused");
        }
    }
}
