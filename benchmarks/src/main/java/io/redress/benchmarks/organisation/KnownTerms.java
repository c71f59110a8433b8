package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterBook;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.PublishedTerms;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What routing has heard of charters, in force in that instant. All work by the one calendar of the organisation. */
final class KnownTerms implements PublishedTerms {
    private final Timeline timeline;
    private final Function<String, RoutingState> heard;

    /** @param heard what routing knows under an id */
    KnownTerms(Timeline timeline, Function<String, RoutingState> heard) {
        this.timeline = timeline;
        this.heard = heard;
    }

    @Override
    public @Nullable Terms inForce(DepartmentCode department) {
        return known(department)
                .flatMap(it -> it.inForce(timeline.now()))
                .map(KnownTerms::terms)
                .orElse(null);
    }

    @Override
    public @Nullable Terms of(DepartmentCode department, int version) {
        return known(department).stream()
                .flatMap(it -> it.versions().stream())
                .filter(it -> it.version() == version)
                .findFirst()
                .map(KnownTerms::terms)
                .orElseGet(() -> inForce(department));
    }

    private Optional<CharterKnown> known(DepartmentCode department) {
        return heard.apply(CharterBook.id(department)) instanceof CharterKnown known
                ? Optional.of(known)
                : Optional.empty();
    }

    private static Terms terms(CharterKnown.Version it) {
        Integer minutes = it.resolutionMinutes();
        return new Terms(it.version(), minutes == null ? null : Duration.ofMinutes(minutes), null);
    }
}
