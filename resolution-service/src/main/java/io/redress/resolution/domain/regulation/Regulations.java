package io.redress.resolution.domain.regulation;

import io.redress.chassis.time.work.Holidays;
import io.redress.contracts.ClosingEvent.DisputeBody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that is declared about the law. Effective-dated: what holds for a case is what was in force on its day.
 *
 * @param home the country of whoever does not say where it happened
 * @param zone in which days begin and end where nothing else is said
 * @param zones the same, by country
 * @param holidays gives those of a country by its code
 */
public record Regulations(
        String home,
        ZoneId zone,
        Map<String, ZoneId> zones,
        List<ReopeningWindow> reopening,
        List<Regime> regimes,
        List<DisputeRule> disputes,
        Function<String, ? extends Holidays> holidays) {
    /** No law wants anything, and a case can be opened again as long as usual. */
    public static final Regulations NONE =
            new Regulations("RO", ZoneOffset.UTC, Map.of(), List.of(), List.of(), List.of(), _ -> Holidays.NONE);

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-.*)?");

    /** Refuses two versions of the same that are in force on one day. */
    public Regulations {
        zones = Map.copyOf(zones);
        reopening = List.copyOf(reopening);
        regimes = List.copyOf(regimes);
        disputes = List.copyOf(disputes);
        for (int i = 0; i < regimes.size(); i++) {
            for (Regime later : regimes.subList(i + 1, regimes.size())) {
                if (regimes.get(i).name().equals(later.name())
                        && regimes.get(i).inForce().overlaps(later.inForce())) {
                    throw new IllegalArgumentException(
                            "Expected one version of " + later.name() + " in force on a day, but two are from "
                                    + later.inForce().from() + " on");
                }
            }
        }
        for (int i = 0; i < reopening.size(); i++) {
            for (ReopeningWindow later : reopening.subList(i + 1, reopening.size())) {
                if (reopening.get(i).inForce().overlaps(later.inForce())) {
                    throw new IllegalArgumentException("Expected one time to open a case again in force on a day, but "
                            + "two are from " + later.inForce().from() + " on");
                }
            }
        }
    }

    /** The country of a region as clients name them, for example {@code RO} or {@code RO-CJ}; {@link #home} otherwise. */
    public String countryOf(@Nullable String region) {
        String read = region == null ? "" : region.strip().toUpperCase(Locale.ROOT);
        return COUNTRY.matcher(read).matches() ? read.substring(0, 2) : home;
    }

    /** The regimes that a case comes under whose complaint was made then. */
    public List<Regime> regimesFor(Matter matter, Instant complainedAt) {
        LocalDate day = day(complainedAt, matter.country());
        return regimes.stream()
                .filter(it -> it.inForce().contains(day) && it.scope().covers(matter))
                .toList();
    }

    /** How days are counted for a time limit in that country. */
    public DayCount count(Counting counting, String country) {
        return new DayCount(
                counting, zoneOf(country), counting == Counting.WORKING_DAYS ? holidays.apply(country) : Holidays.NONE);
    }

    /** As long a case that ends then can be opened again. */
    public Instant reopenableUntil(Instant closedAt) {
        int days = reopening.stream()
                .filter(it -> it.inForce().contains(day(closedAt, home)))
                .findFirst()
                .map(ReopeningWindow::days)
                .orElse(ReopeningWindow.USUAL_DAYS);
        return closedAt.plus(Duration.ofDays(days));
    }

    /** Who decides where a case ended then without agreement: the first that is declared for it. */
    public Optional<DisputeBody> disputeBody(Matter matter, Instant closedAt) {
        return disputes.stream()
                .filter(it -> it.inForce().contains(day(closedAt, matter.country()))
                        && it.scope().covers(matter))
                .findFirst()
                .map(it -> new DisputeBody(
                        it.body(),
                        it.address(),
                        it.web(),
                        it.days() == null
                                ? null
                                : count(Counting.CALENDAR_DAYS, matter.country())
                                        .endAfter(closedAt, it.days())));
    }

    private LocalDate day(Instant at, String country) {
        return at.atZone(zoneOf(country)).toLocalDate();
    }

    private ZoneId zoneOf(String country) {
        return zones.getOrDefault(country, zone);
    }
}
