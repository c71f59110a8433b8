package io.redress.intake.domain.drills;

import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.YamlFields;
import io.redress.intake.domain.listening.SoughtPhrases;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All marks by which answers are judged, by their id. */
final class DrillMarks {
    private static final String FILE = "drill-marks.yaml";

    private final Map<String, Mark> byId;

    private DrillMarks(Map<String, Mark> byId) {
        this.byId = byId;
    }

    /** @throws IllegalArgumentException where a language is missing or an id occurs twice */
    static DrillMarks load(UnaryOperator<String> files) {
        YamlFields file = YamlFields.read(FILE, files.apply(FILE));
        Map<String, Set<String>> negations = new HashMap<>();
        perLanguage(file.part("negations")).forEach((language, words) -> negations.put(language, words(words)));
        Map<String, Mark> byId = new LinkedHashMap<>();
        for (YamlFields fields : file.parts("marks")) {
            Mark mark = mark(fields, negations);
            if (byId.put(mark.id(), mark) != null) {
                throw file.refused("each mark once, but got " + mark.id() + " twice");
            }
        }
        file.expectNothingElse();
        return new DrillMarks(byId);
    }

    /** The marks with these ids, all of one kind. */
    List<Mark> named(List<String> ids, boolean wanted, YamlFields where) {
        return ids.stream()
                .map(id -> {
                    Mark mark = byId.get(id);
                    if (mark == null || mark.wanted() != wanted) {
                        throw where.refused("marks that are " + (wanted ? "wanted" : "avoided") + ", but got " + id);
                    }
                    return mark;
                })
                .toList();
    }

    private static Mark mark(YamlFields fields, Map<String, Set<String>> negations) {
        String kind = fields.text("kind");
        if (!kind.equals("wanted") && !kind.equals("avoided")) {
            throw fields.refused("wanted or avoided in \"kind\", but got " + kind);
        }
        String id = fields.text("id");
        String meaning = fields.text("meaning");
        return new Mark(id, kind.equals("wanted"), meaning, perLanguage(fields), negations);
    }

    private static Map<String, String> perLanguage(YamlFields fields) {
        Map<String, String> texts = new HashMap<>();
        RuleBook.LANGUAGES.forEach(language -> texts.put(language, fields.text(language)));
        fields.expectNothingElse();
        return texts;
    }

    private static Set<String> words(String written) {
        return SoughtPhrases.words(written);
    }
}
