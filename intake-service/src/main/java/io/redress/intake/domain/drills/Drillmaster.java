package io.redress.intake.domain.drills;

import io.redress.intake.domain.drills.Drill.Answer;
import io.redress.intake.domain.drills.Drill.Exchange;
import io.redress.intake.domain.drills.DrillScenario.Turn;
import java.time.Instant;
import java.util.Optional;

/** Plays the customers of the scenarios and judges what they are answered. Pure. */
public final class Drillmaster {
    private final DrillBook book;
    private final Examiner examiner;

    public Drillmaster(DrillBook book, Examiner examiner) {
        this.book = book;
        this.examiner = examiner;
    }

    /** With nothing to train; for rules that are about something else. */
    public static Drillmaster none() {
        return new Drillmaster(DrillBook.empty(), new Examiner((_, _) -> false));
    }

    /** What the customer begins with; empty where there is no such scenario. */
    public Optional<Exchange> opening(String scenario, String language, Instant now) {
        return book.find(scenario, language)
                .map(found -> said(found.turns().getFirst().calmer(), language, now));
    }

    /** The answer to the turn that waits for one, judged; empty where the scenario has no such turn any more. */
    public Optional<Answer> judge(Drill drill, String text, Instant now) {
        Exchange waiting = drill.exchanges().getLast();
        return turn(drill, drill.exchanges().size())
                .map(turn -> new Answer(
                        text, now, examiner.judge(turn, text, drill.language(), drill.name(), waiting.hostile())));
    }

    /** What the customer says after it; empty where that was the last turn. */
    public Optional<Exchange> next(Drill drill, boolean calmed, Instant now) {
        return turn(drill, drill.exchanges().size() + 1).map(turn -> said(turn.said(calmed), drill.language(), now));
    }

    private Optional<Turn> turn(Drill drill, int number) {
        return book.find(drill.scenario(), drill.language())
                .filter(found -> number <= found.turns().size())
                .map(found -> found.turns().get(number - 1));
    }

    private Exchange said(String words, String language, Instant now) {
        return new Exchange(words, examiner.isHostile(words, language), now, null);
    }
}
