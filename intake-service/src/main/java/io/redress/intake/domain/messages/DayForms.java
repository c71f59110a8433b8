package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;

/**
 * How a number of days is said. The three forms are enough for the languages we speak; Romanian needs all of them ("1 zi",
 * "5 zile", "25 de zile").
 *
 * @param now for no day at all
 * @param few for 2 to 19, 102 to 119 and so on; {@code %d} stands for the number
 */
record DayForms(String now, String one, String few, String many) {

    static DayForms read(YamlFields fields) {
        var forms = new DayForms(fields.text("now"), fields.text("one"), fields.text("few"), fields.text("many"));
        fields.expectNothingElse();
        return forms;
    }

    String of(int days) {
        if (days <= 0) {
            return now;
        }
        int lastTwo = days % 100;
        var form = days == 1 ? one : lastTwo >= 1 && lastTwo <= 19 ? few : many;
        return form.replace("%d", String.valueOf(days));
    }
}
