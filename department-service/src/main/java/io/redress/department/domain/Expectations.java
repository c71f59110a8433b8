package io.redress.department.domain;

import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.Followed.Expected;
import io.redress.department.domain.Followed.News;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When something about an open request is to be noticed next, and what is known about its date. */
final class Expectations {
    /** Whoever has missed as many reports has been spoken about for long. */
    static final int MOST_MISSED = 100;

    private final Charters charters;
    private final KnownWork work;

    Expectations(Charters charters, KnownWork work) {
        this.charters = charters;
        this.work = work;
    }

    /** Nothing is expected of a department that cannot go on. */
    Expected of(DepartmentCase state, Open request, Instant now) {
        Followed followed = followed(state, request);
        News news = followed.news();
        if (news == null || standsStill(state, request)) {
            return Expected.NOTHING;
        }
        Duration within = news.terms().estimateWithin();
        return new Expected(
                progressBy(state, request),
                within == null || news.estimateMissed() || followed.isEstimated()
                        ? null
                        : after(within, news.begunAt(), state, request),
                lookAt(state, request, followed, now));
    }

    /** When the next report of progress is due; absent where none is. */
    @Nullable
    Instant progressBy(DepartmentCase state, Open request) {
        News news = followed(state, request).news();
        Duration every = news == null ? null : news.terms().progressEvery();
        return news == null || every == null || news.missed() >= MOST_MISSED
                ? null
                : after(every.multipliedBy(news.missed() + 1L), news.heardAt(), state, request);
    }

    private @Nullable Instant lookAt(DepartmentCase state, Open request, Followed followed, Instant now) {
        ReestimateAsked asked = followed.reestimate();
        News news = followed.news();
        Instant dueAt = request.ask().dueAt();
        if (followed.isLeftToTheSuperior() || followed.cameTooLate(dueAt) && !followed.isAsked()) {
            return null;
        }
        if (asked == null
                || news == null
                || followed.reestimated() && !asked.dueAt().equals(dueAt)) {
            return reach(request).nextLook(now);
        }
        if (followed.reestimated()) {
            return asked.askedAt().isBefore(dueAt) ? dueAt : null;
        }
        return followed.deviations().size() >= Deviating.MOST
                ? null
                : after(news.terms().reestimateWithin(), asked.askedAt(), state, request);
    }

    private @Nullable Instant after(Duration working, Instant from, DepartmentCase state, Open request) {
        return ProgressClock.after(working, from, charters.under(request.ask()).calendar(), questions(state, request));
    }

    Reach reach(Open request) {
        Request.Ask ask = request.ask();
        Charter charter = charters.of(ask.department());
        Optional<Comparables> usual = work.comparableTo(ask);
        boolean queues = usual.isPresent() && usual.get().suffice();
        OptionalInt position = queues ? work.position(ask) : OptionalInt.empty();
        return new Reach(
                ask.dueAt(),
                !request.progress().isEmpty(),
                charter.calendar(),
                usual.orElse(null),
                position.isPresent() ? position.getAsInt() : null,
                charter.capacity());
    }

    /** Whether a question of the department is open. */
    static boolean standsStill(DepartmentCase state, Open request) {
        return Asking.stoppedSince(questions(state, request)) != null;
    }

    private static List<Question> questions(DepartmentCase state, Open request) {
        return state.cooperation().questionsAbout(request.ask().id());
    }

    static Followed followed(DepartmentCase state, Open request) {
        Followed known = state.dealings().deviations().of(request.ask().id());
        return known == null
                ? Followed.beginning(request.ask().id(), request.ask().dueAt())
                : known;
    }
}
