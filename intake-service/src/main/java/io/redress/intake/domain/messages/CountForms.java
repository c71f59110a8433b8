package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;

/**
 * How a number of things is said; {@code %d} stands for the number. Three forms are enough for the languages that we
 * speak.
 *
 * @param few as the language counts a few: 2 to 19 in Romanian, 2 to 4 and 22 to 24 in Polish, all above one elsewhere
 * @param many the other numbers
 */
record CountForms(String language, String one, String few, String many) {

    static CountForms read(String language, YamlFields fields) {
        var forms = new CountForms(language, fields.text("one"), fields.text("few"), fields.text("many"));
        fields.expectNothingElse();
        return forms;
    }

    String of(int count) {
        var form = count == 1 ? one : isFew(count) ? few : many;
        return form.replace("%d", String.valueOf(count));
    }

    private boolean isFew(int count) {
        int lastTwo = count % 100;
        int last = count % 10;
        return switch (language) {
            case "ro" -> count == 0 || lastTwo >= 1 && lastTwo <= 19;
            case "pl" -> last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14);
            default -> false;
        };
    }
}
