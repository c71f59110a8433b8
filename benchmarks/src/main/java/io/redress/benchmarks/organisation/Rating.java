package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DeliveryCommand.Rate;
import io.redress.department.domain.DeliveryCommand.SendBack;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whoever asked sends back at once what lacks something, and says later how it was: on time, complete. */
final class Rating implements Player {
    private static final Duration WITHIN = Duration.ofDays(14);

    private final World world;
    private final Set<RequestId> rated = new HashSet<>();

    Rating(World world) {
        this.world = world;
    }

    @Override
    public void hear(CaseEvent event) {
        if (!(event instanceof RequestAnswered it)) {
            return;
        }
        Job job = world.desks().job(it.requestId());
        if (job != null && job.incomplete) {
            world.soon(() -> sendBack(it));
        } else if (world.draws()
                        .happens(
                                world.plan().ratings(), "rating", it.requestId().value())
                && rated.add(it.requestId())) {
            world.within(
                    world.plan().answersQuestions(), "rated", it.requestId().value(), () -> rate(it));
        }
    }

    private void sendBack(RequestAnswered it) {
        must(world.services()
                .tellDepartments(
                        it.caseId().value(),
                        new SendBack(
                                it.requestId(),
                                it.department(),
                                "incomplete",
                                world.requesterOf(it.requestId()),
                                "It does not say until when.",
                                List.of("The date."),
                                WITHIN)));
    }

    /** As the dates and the log say. */
    private void rate(RequestAnswered it) {
        must(world.services()
                .tellDepartments(
                        it.caseId().value(),
                        new Rate(
                                it.requestId(),
                                it.department(),
                                world.requesterOf(it.requestId()),
                                null,
                                null,
                                null,
                                false)));
    }

    private static void must(boolean taken) {
        if (!taken) {
            throw new Violation("Expected what is said about an answer to be taken, but it was refused");
        }
    }
}
