package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All that is said in one language.
 *
 * @param natures how a nature is called towards a customer
 */
record LanguageTexts(
        DateTimeFormatter dates,
        DayForms days,
        Map<String, String> natures,
        Map<MessageKind, MessageTemplate> templates) {

    /** @param natures every nature that needs a name here */
    static LanguageTexts read(String path, String content, String language, Set<String> natures) {
        var file = YamlFields.read(path, content);
        if (!file.text("language").equals(language)) {
            throw file.refused("language " + language + ", but got " + file.text("language"));
        }
        var texts = new LanguageTexts(
                dates(file, Locale.of(language)),
                DayForms.read(file.part("days")),
                natures(file.part("natures"), natures),
                templates(file.part("messages")));
        file.expectNothingElse();
        return texts;
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

    private static Map<String, String> natures(YamlFields fields, Set<String> natures) {
        var names = new HashMap<String, String>();
        for (var nature : natures) {
            names.put(nature, fields.text(nature));
        }
        fields.expectNothingElse();
        return Map.copyOf(names);
    }

    private static Map<MessageKind, MessageTemplate> templates(YamlFields fields) {
        var templates = new EnumMap<MessageKind, MessageTemplate>(MessageKind.class);
        for (var kind : MessageKind.values()) {
            var part = fields.part(kind.wireName());
            templates.put(kind, MessageTemplate.compile(kind, part));
            part.expectNothingElse();
        }
        fields.expectNothingElse();
        return templates;
    }
}
