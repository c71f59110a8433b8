package io.redress.resolution;

import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.Holidays;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.PromiseTerms;
import io.redress.resolution.domain.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How promises to customers are dated, and who knows first when one breaks.
 *
 * @param zone in which a working day ends
 * @param workingDays the days of the week that count
 * @param holidays of which country or region, as {@code RO} or {@code DE-BY}; empty for none
 * @param toldFirst departments that know before the customer does
 * @param lookEvery for impossible orders whose customers are not all told
 */
@ConfigurationProperties("redress.resolution.promises")
record PromiseSettings(
        @DefaultValue("Europe/Rome") ZoneId zone,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> workingDays,

        @DefaultValue("") String holidays,
        @DefaultValue({"front-desk", "sales"}) List<String> toldFirst,
        @DefaultValue("1s") Duration lookEvery) {
    PromiseTerms terms() {
        Holidays free = holidays.isBlank() ? Holidays.NONE : PublicHolidays.of(holidays);
        return new PromiseTerms(
                new WorkingDays(zone, workingDays, free),
                toldFirst.stream().map(DepartmentCode::new).toList());
    }
}
