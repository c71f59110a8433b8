package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.Speaker;
import java.util.Set;

/** What all who are played have in common. */
record World(
        Organisation plan,
        Draws draws,
        Timeline timeline,
        WorkCalendar calendar,
        Services services,
        Desks desks,
        PublishedCharters charters,
        Finished finished,
        Played.Counts counts) {
    static final Speaker CONSULTANT = new Speaker("Carla Consultant", true, Set.of());

    /** Says something for a department; false where it was not taken. */
    boolean say(DepartmentReply reply) {
        return services.tellDepartments(reply.caseId().value(), new DepartmentCommand.Reply(reply));
    }

    /** Whoever asked for it, in person. */
    Speaker requesterOf(RequestId id) {
        DepartmentCode department = desks.requester(id);
        return department == null ? CONSULTANT : new Speaker(department.value(), false, Set.of(department));
    }

    /** In the same instant, once all is heard that was just told. */
    void soon(Runnable deed) {
        timeline.at(timeline.now(), deed);
    }

    /** Once somebody has found the working time for it. */
    void within(Spread working, String what, String about, Runnable deed) {
        timeline.at(calendar.add(timeline.now(), working.at(draws.gauss(what, about))), deed);
    }
}
