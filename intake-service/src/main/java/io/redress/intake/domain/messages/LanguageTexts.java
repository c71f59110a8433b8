package io.redress.intake.domain.messages;

import io.redress.intake.domain.Formality;
import io.redress.intake.domain.WaitsFor;
import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * All that is said in one language to those who are addressed in one way.
 *
 * @param version changes with every change of the file
 * @param natures how a nature is called towards a customer
 */
record LanguageTexts(
        String version,
        LanguageForms forms,
        Map<String, String> natures,
        Map<WaitsFor, String> waits,
        Map<MessageKind, MessageTemplate> templates) {

    /**
     * Reads the texts for the formal address, with the forms of the language.
     *
     * @param natures every nature that needs a name here
     */
    static LanguageTexts formal(String language, String content, Set<String> natures) {
        var key = new TextKey(language, Formality.FORMAL);
        var file = YamlFields.read(key.path(), content);
        return read(key, file, content, LanguageForms.read(language, file), natures);
    }

    /** Reads the texts for the informal address. */
    static LanguageTexts informal(String language, String content, LanguageForms forms, Set<String> natures) {
        var key = new TextKey(language, Formality.INFORMAL);
        return read(key, YamlFields.read(key.path(), content), content, forms, natures);
    }

    private static LanguageTexts read(
            TextKey key, YamlFields file, String content, LanguageForms forms, Set<String> natures) {
        if (!file.text("language").equals(key.language())) {
            throw file.refused("language " + key.language() + ", but got " + file.text("language"));
        }
        var texts = new LanguageTexts(
                Version.of(key.name(), content),
                forms,
                natures(file.part("natures"), natures),
                waits(file.part("waits")),
                templates(file.part("messages")));
        file.expectNothingElse();
        return texts;
    }

    private static Map<String, String> natures(YamlFields fields, Set<String> natures) {
        var names = new HashMap<String, String>();
        for (var nature : natures) {
            names.put(nature, fields.text(nature));
        }
        fields.expectNothingElse();
        return Map.copyOf(names);
    }

    private static Map<WaitsFor, String> waits(YamlFields fields) {
        var sentences = new EnumMap<WaitsFor, String>(WaitsFor.class);
        for (var wait : WaitsFor.values()) {
            sentences.put(wait, fields.text(wait.wireName()));
        }
        fields.expectNothingElse();
        return sentences;
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
