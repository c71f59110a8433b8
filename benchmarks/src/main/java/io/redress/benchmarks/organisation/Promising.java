package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CommitmentEvent.CommitmentMade;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.Request;
import io.redress.department.domain.Yardstick;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Departments promise when they will be done, each with its own buffer. Whoever needs help promises on top of what the
 * helper has promised, so that buffers follow each other.
 */
final class Promising implements Player {
    private final World world;

    Promising(World world) {
        this.world = world;
    }

    @Override
    public void hear(CaseEvent event) {
        switch (event) {
            case RequestAccepted it -> accepted(it);
            case CommitmentMade it -> helpPromised(it);
            default -> {}
        }
    }

    private void accepted(RequestAccepted it) {
        Job job = world.desks().job(it.requestId());
        if (job != null && !(job.needsHelp() && helperPromises(it.department()))) {
            promise(job, it.department(), world.timeline().now());
        }
    }

    private boolean helperPromises(DepartmentCode department) {
        DepartmentCode from = world.desks().of(department).plan().habits().helpFrom();
        return from != null && bufferOf(from) != null;
    }

    private void helpPromised(CommitmentMade help) {
        RequestId parent = world.desks().helped(help.requestId());
        DepartmentCode department = world.desks().requester(help.requestId());
        Job job = parent == null ? null : world.desks().job(parent);
        if (job != null && department != null && job.promisedFor == null && !job.isGone()) {
            promise(job, department, help.dueAt());
        }
    }

    private @Nullable Double bufferOf(DepartmentCode department) {
        return world.desks().of(department).plan().habits().buffer();
    }

    private void promise(Job job, DepartmentCode department, Instant begins) {
        Double buffer = bufferOf(department);
        if (buffer == null) {
            return;
        }
        Duration usual = world.desks().of(department).plan().work().p85();
        Duration working = Duration.ofSeconds(Math.round(usual.toSeconds() * buffer));
        Instant due =
                world.calendar().add(begins, working.compareTo(WorkCalendar.MOST) < 0 ? working : WorkCalendar.MOST);
        job.promisedFor = due;
        world.soon(() -> {
            if (!job.isGone() && !make(job.id, department, due)) {
                world.counts().promisesRefused++;
            }
        });
    }

    private boolean make(RequestId id, DepartmentCode department, Instant due) {
        String caseId = id.caseId().value();
        return world.services()
                .tellDepartments(
                        caseId,
                        new MakeCommitment(
                                new DepartmentReply.Commitment(
                                        "promise",
                                        id,
                                        department,
                                        department.value(),
                                        "1",
                                        "answer",
                                        "The answer names what was found.",
                                        due,
                                        "UTC",
                                        world.desks().natureOf(id)),
                                yardsticks(
                                        DepartmentRules.caseOf(world.services().departments(caseId))),
                                false));
    }

    private Map<RequestId, Yardstick> yardsticks(DepartmentCase state) {
        Map<RequestId, Yardstick> all = new HashMap<>();
        for (Request it : state.requests()) {
            Charter charter = world.charters().of(it.ask().department());
            world.finished()
                    .comparableTo(it.ask())
                    .ifPresent(usual -> all.put(
                            it.ask().id(),
                            new Yardstick(
                                    usual,
                                    world.calendar(),
                                    charter.margin(),
                                    charter.capacity(),
                                    world.desks().of(it.ask().department()).free())));
        }
        return all;
    }
}
