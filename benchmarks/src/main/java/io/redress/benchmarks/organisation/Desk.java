package io.redress.benchmarks.organisation;

import io.redress.benchmarks.organisation.Job.Act;
import io.redress.benchmarks.organisation.Job.Place;
import io.redress.benchmarks.organisation.Job.Span;
import io.redress.benchmarks.organisation.Job.Step;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A department at work: so many requests at a time, what is urgent first and then what is due first, and with the habits
 * that it has.
 */
final class Desk {
    private static final Duration LOOK = Duration.ofMinutes(15);
    private static final Duration REPORT_EVERY = Duration.ofHours(8);
    /** A promise is kept a little before it is due, also by whoever holds it back. */
    private static final Duration BEFORE_DUE = Duration.ofMinutes(1);

    private final DepartmentPlan plan;
    private final WorkCalendar calendar;
    private final Timeline timeline;
    private final Draws draws;
    private final Deed deed;
    private final Map<RequestId, Job> jobs = new HashMap<>();
    private final PriorityQueue<Job> queue = new PriorityQueue<>(Comparator.<Job, Boolean>comparing(it -> !it.urgent)
            .thenComparing(it -> it.dueAt)
            .thenComparing(it -> it.number));
    private int busy;
    private long accepted;
    private int replies;

    Desk(DepartmentPlan plan, WorkCalendar calendar, Timeline timeline, Draws draws, Deed deed) {
        this.plan = plan;
        this.calendar = calendar;
        this.timeline = timeline;
        this.draws = draws;
        this.deed = deed;
    }

    DepartmentPlan plan() {
        return plan;
    }

    /** How many more it could begin. */
    int free() {
        return Math.max(0, plan.capacity() - busy - queue.size());
    }

    /** What lies here; null where it does not, or not any more. */
    @Nullable
    Job job(RequestId id) {
        return jobs.get(id);
    }

    /** It is offered what another department has declined. */
    void offered(RequestId id) {
        if (draws.happens(plan.habits().declines(), "decline", id.value())) {
            timeline.at(calendar.add(timeline.now(), LOOK), () -> decline(id));
            return;
        }
        Duration until = isSilent(id) ? silence() : LOOK;
        timeline.at(
                calendar.add(timeline.now(), until),
                () -> deed.say(new DepartmentReply.Accept(replyId(), id, plan.code(), by())));
    }

    /**
     * It has become this department's.
     *
     * @param help whether another department asked
     */
    Job accepted(RequestAccepted event, boolean help) {
        Job before = jobs.get(event.requestId());
        if (before != null) {
            return before;
        }
        Job job = new Job(event, accepted++);
        jobs.put(job.id, job);
        job.steps.addAll(steps(job.id));
        job.incomplete = !help && draws.happens(plan.habits().incomplete(), "incomplete", job.id.value());
        if (isSilent(job.id)) {
            job.silent = true;
            timeline.at(calendar.add(timeline.now(), silence()), () -> wake(job.id));
        } else {
            enqueue(job);
        }
        if (plan.habits().progress() > 0) {
            reportLater(job, 1);
        }
        return job;
    }

    /** What nobody took over is to be done here after all. */
    void returned(RequestId id) {
        Job job = jobs.get(id);
        if (job != null && job.isGone()) {
            job.steps.clear();
            job.steps.addAll(
                    steps(id).stream().filter(it -> it.act() != Act.DECLINE).toList());
            enqueue(job);
        }
    }

    /** The superior has asked, or enough time has passed. */
    void wake(RequestId id) {
        Job job = jobs.get(id);
        if (job != null && job.silent) {
            job.silent = false;
            if (job.place == Place.WAITING) {
                enqueue(job);
            }
        }
    }

    /** It comes before others from now on. */
    void hurry(RequestId id) {
        moved(id, it -> it.urgent = true);
    }

    /** It has another date from now on. */
    void due(RequestId id, Instant dueAt) {
        moved(id, it -> it.dueAt = dueAt);
    }

    private void moved(RequestId id, Consumer<Job> change) {
        Job job = jobs.get(id);
        if (job != null) {
            boolean queued = queue.remove(job);
            change.accept(job);
            if (queued) {
                queue.add(job);
            }
        }
    }

    /** Something was missing in the answer: half of the last piece of work is done again. */
    void sentBack(RequestId id, Instant dueAt) {
        Job job = jobs.get(id);
        if (job != null) {
            job.incomplete = false;
            job.dueAt = dueAt;
            Duration again = plan.work().at(draws.gauss("work", id.value())).dividedBy(2);
            job.steps.add(new Step(again, Act.ANSWER));
            enqueue(job);
        }
    }

    /** What it waited for is there, or not needed any more. */
    void goOn(RequestId id) {
        Job job = jobs.get(id);
        if (job != null && job.place == Place.WAITING && !job.silent) {
            enqueue(job);
        }
    }

    /** It is not this department's any more, or nobody needs it. */
    void drop(RequestId id) {
        Job job = jobs.get(id);
        if (job == null || job.isGone()) {
            return;
        }
        if (job.place == Place.IN_HAND) {
            busy--;
            Span begun = job.worked.removeLast();
            job.worked.add(new Span(begun.from(), timeline.now()));
        }
        queue.remove(job);
        job.place = Place.GONE;
        timeline.at(timeline.now(), this::begin);
    }

    private List<Step> steps(RequestId id) {
        Habits habits = plan.habits();
        Duration work = plan.work().at(draws.gauss("work", id.value()));
        boolean declines = draws.happens(habits.declines(), "decline", id.value());
        boolean asks = draws.happens(habits.questions(), "question", id.value());
        boolean needsHelp = draws.happens(habits.helps(), "help", id.value());
        Duration part = work.dividedBy(1 + (asks ? 1 : 0) + (needsHelp ? 1 : 0));
        List<Step> steps = new ArrayList<>();
        if (declines) {
            steps.add(new Step(LOOK, Act.DECLINE));
        }
        if (asks) {
            steps.add(new Step(part, Act.ASK));
        }
        if (needsHelp) {
            steps.add(new Step(part, Act.GET_HELP));
        }
        steps.add(new Step(part, Act.ANSWER));
        return steps;
    }

    private void enqueue(Job job) {
        if (job.steps.isEmpty()) {
            return;
        }
        job.place = Place.QUEUED;
        queue.add(job);
        timeline.at(timeline.now(), this::begin);
    }

    private void begin() {
        while (busy < plan.capacity() && !queue.isEmpty()) {
            Job job = queue.remove();
            Step step = Objects.requireNonNull(job.steps.peek());
            busy++;
            job.place = Place.IN_HAND;
            Instant done = calendar.add(timeline.now(), step.work());
            Span span = new Span(timeline.now(), done);
            job.worked.add(span);
            timeline.at(done, () -> {
                if (job.place == Place.IN_HAND && job.worked.getLast() == span) {
                    done(job, step);
                }
            });
        }
    }

    private void done(Job job, Step step) {
        busy--;
        job.place = Place.WAITING;
        job.steps.remove();
        timeline.at(timeline.now(), this::begin);
        switch (step.act()) {
            case DECLINE -> {
                if (!decline(job.id)) {
                    enqueue(job);
                }
            }
            case ASK ->
                orGoOn(job, new DepartmentReply.Question(replyId(), job.id, plan.code(), by(), "Which one is it?"));
            case GET_HELP ->
                orGoOn(
                        job,
                        new DepartmentReply.Help(
                                replyId(),
                                job.id,
                                plan.code(),
                                by(),
                                Objects.requireNonNull(plan.habits().helpFrom()),
                                RequestKind.INFORMATION,
                                "What we cannot see from here."));
            case ANSWER -> answer(job);
        }
    }

    private void orGoOn(Job job, DepartmentReply reply) {
        if (!deed.say(reply)) {
            enqueue(job);
        }
    }

    private boolean decline(RequestId id) {
        return deed.say(new DepartmentReply.Decline(
                replyId(),
                id,
                plan.code(),
                by(),
                "This is not ours.",
                Objects.requireNonNull(plan.habits().declinesTo())));
    }

    private void answer(Job job) {
        Instant held = job.promised().minus(BEFORE_DUE);
        boolean pads = draws.happens(plan.habits().padding(), "padding", job.id.value());
        timeline.at(pads && held.isAfter(timeline.now()) ? held : timeline.now(), () -> {
            if (!job.isGone()) {
                say(new DepartmentReply.Answer(
                        replyId(), job.id, plan.code(), by(), true, "Looked into and found.", null, null));
            }
        });
    }

    private void say(DepartmentReply reply) {
        if (!deed.say(reply)) {
            throw new Violation("Expected an answer of " + plan.code() + " to be taken, but it was refused");
        }
    }

    private void reportLater(Job job, int number) {
        timeline.at(calendar.add(timeline.now(), REPORT_EVERY), () -> {
            if (job.isGone()) {
                return;
            }
            if (!job.silent && draws.happens(plan.habits().progress(), "progress " + number, job.id.value())) {
                deed.say(new DepartmentReply.Progress(replyId(), job.id, plan.code(), by(), "It is on its way."));
            }
            reportLater(job, number + 1);
        });
    }

    private boolean isSilent(RequestId id) {
        return draws.happens(plan.habits().silence(), "silence", id.value());
    }

    private Duration silence() {
        return Duration.ofHours(plan.habits().silenceHours());
    }

    private String by() {
        return plan.code().value();
    }

    private String replyId() {
        return "reply-" + ++replies;
    }
}
