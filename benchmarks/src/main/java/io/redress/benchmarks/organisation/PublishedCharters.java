package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CharterEvent.CharterPublished;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterCommand.PublishCharter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Charters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Departments publish charters as they do in production, and a further one on the days on which they change their mind. */
final class PublishedCharters implements Charters, Player {
    private static final int PROGRESS_MINUTES = 480;
    private static final String BY = "simulator";

    private final Timeline timeline;
    private final WorkCalendar calendar;
    private final Map<DepartmentCode, List<Charter>> versions = new HashMap<>();
    private final Map<DepartmentCode, CharterContent> published = new HashMap<>();

    PublishedCharters(Timeline timeline, WorkCalendar calendar) {
        this.timeline = timeline;
        this.calendar = calendar;
    }

    /** All first charters now, and the others on their days. */
    void publish(Organisation plan, Desks desks, Services services) {
        desks.plans().forEach(it -> {
            publish(it, content(plan, it, null), services);
            it.charters()
                    .forEach(next -> timeline.at(
                            timeline.now().plus(Duration.ofDays(next.day())),
                            () -> publish(it, content(plan, it, next), services)));
        });
    }

    private void publish(DepartmentPlan it, CharterContent content, Services services) {
        published.put(it.code(), content);
        if (!services.tellDepartments(CharterBook.id(it.code()), new PublishCharter(it.code(), content, null, BY))) {
            throw new Violation("Expected a charter of " + it.code() + " to be taken, but it was refused");
        }
    }

    private static CharterContent content(Organisation plan, DepartmentPlan it, @Nullable NextCharter next) {
        DeclaredCalendar calendar = plan.calendar();
        return new CharterContent(
                null,
                null,
                next == null ? null : next.ola(),
                calendar,
                it.capacity(),
                plan.urgent().allowance(),
                next == null || next.progressMinutes() == null ? (Integer) PROGRESS_MINUTES : next.progressMinutes(),
                next == null ? null : next.marginPercent(),
                null);
    }

    @Override
    public void hear(CaseEvent event) {
        if (event instanceof CharterPublished it) {
            CharterContent content = published.getOrDefault(it.department(), CharterContent.NOTHING);
            versions.computeIfAbsent(it.department(), _ -> new ArrayList<>())
                    .add(new Charter(it.department(), it.version(), content, calendar));
        }
    }

    @Override
    public Charter of(DepartmentCode department) {
        List<Charter> all = versions.get(department);
        return all == null ? Charter.usual(department) : all.getLast();
    }

    @Override
    public Charter of(DepartmentCode department, int version) {
        List<Charter> all = versions.getOrDefault(department, List.of());
        return version >= 1 && version <= all.size() ? all.get(version - 1) : of(department);
    }
}
