package io.redress.routing.domain;

import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a department has published about when it works and by when it answers, under the id that is its code.
 *
 * @param versions that somebody may still have been asked under, oldest first; at most {@value #MOST}
 * @param notedAt when the last one was heard of
 */
public record CharterKnown(DepartmentCode department, List<Version> versions, Instant notedAt)
        implements RoutingState.Document {
    /** A request that was raised under an older one goes on under the one in force. */
    static final int MOST = 20;

    public CharterKnown {
        versions = List.copyOf(versions);
    }

    /** As far as others need it; see {@link PublishedTerms.Terms}. */
    public record Version(
            int version,
            Instant validFrom,
            @Nullable Integer resolutionMinutes,
            @Nullable DeclaredCalendar calendar) {}

    /** Of all versions whose time has come the one that was published last; empty where there is none. */
    public Optional<Version> inForce(Instant at) {
        return versions.reversed().stream()
                .filter(it -> !it.validFrom().isAfter(at))
                .findFirst();
    }

    static boolean knows(RoutingState state, Version version) {
        return state instanceof CharterKnown known
                && known.versions().stream().anyMatch(it -> it.version() == version.version());
    }

    static CharterKnown after(RoutingState before, CharterFact.CharterNoted noted) {
        List<Version> all = new ArrayList<>(before instanceof CharterKnown known ? known.versions() : List.of());
        all.add(noted.version());
        all.sort(Comparator.comparingInt(Version::version));
        return new CharterKnown(
                noted.department(), all.subList(Math.max(0, all.size() - MOST), all.size()), noted.at());
    }
}
