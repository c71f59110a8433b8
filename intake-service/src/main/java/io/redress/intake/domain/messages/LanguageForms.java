package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a language does with dates and numbers, whoever is addressed.
 *
 * @param ways how many solutions there are
 */
record LanguageForms(DateTimeFormatter dates, DayForms days, CountForms ways, Samples samples) {

    /** Facts of an invented case, for those who want to see a text before it is used. */
    record Samples(String customer, String title, String otherTitle, String disadvantage, String disclosure) {
        private static Samples read(YamlFields fields) {
            var samples = new Samples(
                    fields.text("customer"),
                    fields.text("title"),
                    fields.text("otherTitle"),
                    fields.text("disadvantage"),
                    fields.text("disclosure"));
            fields.expectNothingElse();
            return samples;
        }
    }

    static LanguageForms read(String language, YamlFields file) {
        return new LanguageForms(
                dates(file, Locale.of(language)),
                DayForms.read(language, file.part("days")),
                CountForms.read(language, file.part("ways")),
                Samples.read(file.part("samples")));
    }

    String date(Instant instant, ZoneId zone) {
        return dates.format(instant.atZone(zone));
    }

    private static DateTimeFormatter dates(YamlFields file, Locale locale) {
        try {
            return DateTimeFormatter.ofPattern(file.text("date"), locale);
        } catch (IllegalArgumentException malformed) {
            throw file.refused("a date pattern in \"date\", but " + malformed.getMessage());
        }
    }
}
