package io.redress.chassis.time;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.redress.chassis.time.work.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public holidays of a country or of one of its regions; a year is computed once. Thread-safe. */
public final class PublicHolidays implements Holidays {
    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(?:-([A-Z0-9]{1,6}))?");

    private final HolidayManager manager;
    private final String[] region;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager manager, String... region) {
        this.manager = manager;
        this.region = region;
    }

    /**
     * Those of a country by its ISO 3166 code, for example {@code RO}, or of a region of it, for example {@code DE-BY}.
     *
     * @throws IllegalArgumentException for any other text, and for places whose holidays we do not know
     */
    public static PublicHolidays of(String code) {
        Matcher read = CODE.matcher(code);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "Expected holidays of a country such as RO or of a region such as DE-BY, but got " + code);
        }
        String country = read.group(1).toLowerCase(Locale.ROOT);
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(country::equalsIgnoreCase)) {
            throw new IllegalArgumentException("Expected a country whose holidays are known, but got " + code);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        if (read.group(2) == null) {
            return new PublicHolidays(manager);
        }
        String region = read.group(2).toLowerCase(Locale.ROOT);
        if (!manager.getCalendarHierarchy().getChildren().containsKey(region)) {
            throw new IllegalArgumentException("Expected a region whose holidays are known, but got " + code);
        }
        return new PublicHolidays(manager, region);
    }

    @Override
    public boolean on(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::in).contains(day);
    }

    private Set<LocalDate> in(int year) {
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(Holiday::getDate)
                .collect(toUnmodifiableSet());
    }
}
