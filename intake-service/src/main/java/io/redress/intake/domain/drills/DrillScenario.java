package io.redress.intake.domain.drills;

import java.util.List;

/**
 * A difficult customer to train with, in one language.
 *
 * @param turns what the customer says in turn, 1 to {@value #MOST_TURNS}
 */
public record DrillScenario(String id, String language, String title, List<Turn> turns) {
    /** So many turns a drill has at most. */
    public static final int MOST_TURNS = 10;

    public DrillScenario {
        turns = List.copyOf(turns);
    }

    /**
     * What the customer says, and what a good answer has and has not.
     *
     * @param calmer said when the answer before has calmed the customer; the first turn has but one way to begin
     * @param angrier said when it has not
     */
    public record Turn(String calmer, String angrier, List<Mark> wants, List<Mark> avoids) {
        public Turn {
            wants = List.copyOf(wants);
            avoids = List.copyOf(avoids);
        }

        String said(boolean calmed) {
            return calmed ? calmer : angrier;
        }
    }
}
