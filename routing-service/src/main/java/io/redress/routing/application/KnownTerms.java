package io.redress.routing.application;

import io.redress.chassis.time.PublicHolidays;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.CharterKnown.Version;
import io.redress.routing.domain.PublishedTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What departments have published, as this instance last saw it; at most a look older than the store. Thread-safe. */
public final class KnownTerms implements PublishedTerms {
    private final Map<DepartmentCode, Seen> seen = new ConcurrentHashMap<>();

    @Override
    public @Nullable Terms inForce(DepartmentCode department) {
        Seen known = seen.get(department);
        return known == null ? null : known.inForce();
    }

    @Override
    public @Nullable Terms of(DepartmentCode department, int version) {
        Seen known = seen.get(department);
        if (known == null) {
            return null;
        }
        Terms terms = known.versions().get(version);
        return terms == null ? known.inForce() : terms;
    }

    void see(CharterKnown charter, Instant now) {
        seen.compute(
                charter.department(),
                (_, before) ->
                        before == null || !before.charter().equals(charter) ? Seen.of(charter, now) : before.at(now));
    }

    /** What was announced comes into force with time alone. */
    void pass(Instant now) {
        seen.replaceAll((_, it) -> it.at(now));
    }

    private record Seen(
            CharterKnown charter,
            Map<Integer, Terms> versions,
            @Nullable Terms inForce) {

        static Seen of(CharterKnown charter, Instant now) {
            Map<Integer, Terms> versions =
                    charter.versions().stream().collect(Collectors.toUnmodifiableMap(Version::version, Seen::terms));
            return new Seen(charter, versions, null).at(now);
        }

        Seen at(Instant now) {
            Terms next =
                    charter.inForce(now).map(it -> versions.get(it.version())).orElse(null);
            return new Seen(charter, versions, next);
        }

        private static Terms terms(Version version) {
            Integer minutes = version.resolutionMinutes();
            return new Terms(
                    version.version(),
                    minutes == null ? null : Duration.ofMinutes(minutes),
                    version.calendar() == null ? null : version.calendar().calendar(PublicHolidays::of));
        }
    }
}
