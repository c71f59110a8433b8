package io.redress.intake.adapter.http;

import io.redress.intake.domain.drills.DrillScenario;
import io.redress.intake.domain.drills.DrillScenario.Turn;
import io.redress.intake.domain.drills.Mark;
import java.util.List;
import java.util.stream.Stream;

/** A scenario in the list: what it trains, but not what the customer will say. */
record DrillScenarioView(String id, String language, String title, int turns, List<MarkLine> marks) {

    /** What answers are judged by. */
    record MarkLine(String mark, String kind, String meaning) {
        static MarkLine of(Mark mark) {
            return new MarkLine(mark.id(), mark.wanted() ? "wanted" : "avoided", mark.meaning());
        }
    }

    static DrillScenarioView of(DrillScenario scenario) {
        Stream<Mark> marks = Stream.concat(
                scenario.turns().stream().map(Turn::wants).flatMap(List::stream),
                scenario.turns().stream().map(Turn::avoids).flatMap(List::stream));
        return new DrillScenarioView(
                scenario.id(),
                scenario.language(),
                scenario.title(),
                scenario.turns().size(),
                marks.distinct().map(MarkLine::of).toList());
    }
}
