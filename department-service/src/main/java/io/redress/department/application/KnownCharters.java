package io.redress.department.application;

import io.redress.chassis.time.PublicHolidays;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.Charters;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The charters as this instance last saw them; at most a look older than the store, see {@link WatchCharters}. Thread-safe. */
public final class KnownCharters implements Charters {
    private final Map<DepartmentCode, Seen> seen = new ConcurrentHashMap<>();

    @Override
    public Charter of(DepartmentCode department) {
        Seen known = seen.get(department);
        return known == null ? Charter.usual(department) : known.inForce();
    }

    @Override
    public Charter of(DepartmentCode department, int version) {
        Seen known = seen.get(department);
        if (known == null || version == 0) {
            return Charter.usual(department);
        }
        return known.versions().getOrDefault(version, known.inForce());
    }

    /** What was published last counts, whichever was read last. */
    void see(CharterBook book, Instant now) {
        seen.compute(
                book.department(),
                (_, before) -> before == null || before.book().lastVersion() < book.lastVersion()
                        ? Seen.of(book, now)
                        : before.at(now));
    }

    /** What was announced comes into force with time alone. */
    void pass(Instant now) {
        seen.replaceAll((_, it) -> it.at(now));
    }

    private record Seen(CharterBook book, Map<Integer, Charter> versions, Charter inForce) {

        static Seen of(CharterBook book, Instant now) {
            Map<Integer, Charter> versions = book.editions().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Edition::version,
                            it -> Charter.of(book.department(), it.version(), it.content(), PublicHolidays::of)));
            return new Seen(book, versions, inForce(book, versions, now));
        }

        Seen at(Instant now) {
            Charter next = inForce(book, versions, now);
            return next.equals(inForce) ? this : new Seen(book, versions, next);
        }

        private static Charter inForce(CharterBook book, Map<Integer, Charter> versions, Instant now) {
            return book.inForce(now)
                    .map(it -> versions.getOrDefault(it.version(), Charter.usual(book.department())))
                    .orElseGet(() -> Charter.usual(book.department()));
        }
    }
}
