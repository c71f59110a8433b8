package io.redress.intake.domain.drills;

import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.YamlFields;
import io.redress.intake.domain.drills.DrillScenario.Turn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All scenarios to train with (R142), as {@code drills.yaml} declares them. Immutable. */
public final class DrillBook {
    private static final String FILE = "drills.yaml";

    private final List<DrillScenario> scenarios;

    private DrillBook(List<DrillScenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /** Nothing to train with. */
    public static DrillBook empty() {
        return new DrillBook(List.of());
    }

    /**
     * Reads {@code drills.yaml} and {@code drill-marks.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException where a language or a way to go on is missing, a mark is unknown or an id occurs twice
     */
    public static DrillBook load(UnaryOperator<String> files) {
        DrillMarks marks = DrillMarks.load(files);
        YamlFields file = YamlFields.read(FILE, files.apply(FILE));
        List<DrillScenario> all = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (YamlFields fields : file.parts("scenarios")) {
            if (!ids.add(fields.text("id"))) {
                throw file.refused("each scenario once, but got " + fields.text("id") + " twice");
            }
            all.addAll(scenario(fields, marks));
        }
        file.expectNothingElse();
        return new DrillBook(all);
    }

    /** All of them in all languages, in the order of the file. */
    public List<DrillScenario> scenarios() {
        return scenarios;
    }

    /** The ids, each once. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        scenarios.forEach(scenario -> ids.add(scenario.id()));
        return ids;
    }

    /** One of them in one language. */
    public Optional<DrillScenario> find(String id, String language) {
        return scenarios.stream()
                .filter(scenario ->
                        scenario.id().equals(id) && scenario.language().equals(language))
                .findFirst();
    }

    private static List<DrillScenario> scenario(YamlFields fields, DrillMarks marks) {
        List<Mark> avoids = marks.named(fields.texts("avoids"), false, fields);
        List<List<Mark>> wants = fields.parts("turns").stream()
                .map(turn -> {
                    List<Mark> wanted = marks.named(turn.texts("wants"), true, turn);
                    turn.expectNothingElse();
                    return wanted;
                })
                .toList();
        if (wants.isEmpty() || wants.size() > DrillScenario.MOST_TURNS) {
            throw fields.refused("1 to " + DrillScenario.MOST_TURNS + " turns, but got " + wants.size());
        }
        String id = fields.text("id");
        List<DrillScenario> inEachLanguage = RuleBook.LANGUAGES.stream()
                .map(language -> spoken(id, language, fields.part(language), wants, avoids))
                .toList();
        fields.expectNothingElse();
        return inEachLanguage;
    }

    private static DrillScenario spoken(
            String id, String language, YamlFields fields, List<List<Mark>> wants, List<Mark> avoids) {
        List<Turn> turns = new ArrayList<>();
        String opens = fields.text("opens");
        turns.add(new Turn(opens, opens, wants.getFirst(), avoids));
        for (YamlFields next : fields.parts("goes-on")) {
            if (turns.size() < wants.size()) {
                turns.add(new Turn(next.text("calmer"), next.text("angrier"), wants.get(turns.size()), avoids));
                next.expectNothingElse();
            } else {
                throw fields.refused("one way to go on for each further turn, but got more");
            }
        }
        if (turns.size() < wants.size()) {
            throw fields.refused("one way to go on for each further turn, but got fewer");
        }
        DrillScenario spoken = new DrillScenario(id, language, fields.text("title"), turns);
        fields.expectNothingElse();
        return spoken;
    }
}
