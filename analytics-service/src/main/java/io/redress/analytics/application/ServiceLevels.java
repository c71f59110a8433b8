package io.redress.analytics.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.domain.levels.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Internal and external service side by side, of the same cases (R73): those that were closed in a week (UTC).
 *
 * @param until the last day
 * @param upToDate whether all that is known by now is in it
 * @param weeks the latest first; those in which no case was closed are left out
 */
public record ServiceLevels(LocalDate since, LocalDate until, boolean upToDate, List<OfWeek> weeks) {

    /** @param week its Monday */
    public record OfWeek(LocalDate week, List<OfDepartment> departments) {}

    /**
     * Of one department; {@code *} for all that are not listed by name.
     *
     * @param cases closed in that week in which it was asked for something
     */
    public record OfDepartment(String department, int cases, Internal internal, External external) {
        static OfDepartment of(String department, Tally tally) {
            return new OfDepartment(department, tally.cases(), Internal.of(tally), External.of(tally));
        }
    }

    /** @param share from 0 to 1; absent where there are none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(int good, int of, @Nullable Double share) {
        static Share of(int good, int all) {
            return new Share(good, all, all == 0 ? null : (double) good / all);
        }
    }

    /** @param average absent where there are too few to mean anything; {@code fewest} says how many it takes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Average(int count, @Nullable Double average, int fewest) {
        /** What fewer people say is their word, and not how it is. */
        static final int FEWEST = 10;

        static Average of(int count, double sum, int over) {
            return new Average(count, over < FEWEST ? null : sum / over, FEWEST);
        }
    }

    /**
     * How the department served others: measured, and beside it in their eyes (R140).
     *
     * @param onTime of what had a date, and was answered or declined
     * @param completeAtFirst of all that was answered or declined
     * @param rating from 0 to 1, over all that was rated, and as nothing for what was declined (R101)
     */
    public record Internal(Share onTime, Share completeAtFirst, int declined, Average rating) {
        static Internal of(Tally tally) {
            return new Internal(
                    Share.of(tally.onTime(), tally.dated()),
                    Share.of(tally.complete(), tally.asked()),
                    tally.declined(),
                    Average.of(tally.rated(), tally.ratings(), tally.rated() + tally.declined()));
        }
    }

    /**
     * What became of the customers, as they say.
     *
     * @param satisfied of those who have said so, in a word or by a score
     * @param score from 1 to 5
     * @param servedWell the same, of the cases in which nothing went wrong inside
     * @param servedBadly the same, of the others
     */
    public record External(Share satisfied, Average score, Share servedWell, Share servedBadly) {
        static External of(Tally tally) {
            return new External(
                    Share.of(tally.satisfied(), tally.judged()),
                    Average.of(tally.surveys(), tally.scores(), tally.surveys()),
                    Share.of(tally.wellSatisfied(), tally.wellJudged()),
                    Share.of(tally.satisfied() - tally.wellSatisfied(), tally.judged() - tally.wellJudged()));
        }
    }
}
