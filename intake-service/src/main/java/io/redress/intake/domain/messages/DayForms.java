package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;

/**
 * How a number of days is said.
 *
 * @param now for no day at all
 */
record DayForms(String now, CountForms days) {

    static DayForms read(String language, YamlFields fields) {
        var now = fields.text("now");
        return new DayForms(now, CountForms.read(language, fields));
    }

    String of(int days) {
        return days <= 0 ? now : this.days.of(days);
    }
}
