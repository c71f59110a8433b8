package io.redress.department.application;

import io.redress.department.domain.Charter;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.Ola;
import io.redress.department.domain.Request;
import io.redress.department.domain.Slack;
import java.time.Duration;
import java.util.Optional;

/**
 * When departments must begin with their requests at the latest. The work takes what half of comparable work took, and
 * where progress is reported half of that, since nobody says how much is left. With too little finished work to compare it takes
 * what the department's published OLA leaves between the first answer and the solution; without one nobody knows.
 */
public final class LatestStarts {
    /** Nobody knows what any work takes. */
    public static final LatestStarts UNKNOWN = new LatestStarts(Charters.NONE, KnownWork.NOTHING);

    private final Charters charters;
    private final KnownWork work;

    public LatestStarts(Charters charters, KnownWork work) {
        this.charters = charters;
        this.work = work;
    }

    /** Empty where nobody knows what the work takes. */
    public Optional<Slack> of(Request request) {
        Charter inForce = charters.of(request.ask().department());
        return needed(request).map(it -> Slack.of(request.ask().dueAt(), it, inForce.calendar()));
    }

    private Optional<Duration> needed(Request request) {
        return work.comparableTo(request.ask())
                .flatMap(Comparables::median)
                .or(() -> byOla(request.ask()))
                .map(whole -> request.progress().isEmpty() ? whole : whole.dividedBy(2));
    }

    private Optional<Duration> byOla(Request.Ask ask) {
        Ola published = charters.under(ask).content().ola();
        return Optional.ofNullable(published).map(it -> it.resolution().minus(it.firstAnswer()));
    }
}
