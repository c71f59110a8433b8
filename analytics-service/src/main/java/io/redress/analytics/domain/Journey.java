package io.redress.analytics.domain;

import io.redress.analytics.domain.exposure.Exposure;
import io.redress.analytics.domain.feedback.Feedback;
import io.redress.analytics.domain.levels.Levels;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be at hand about a case's journey. It stays small however long the journey is: the entries are in the log.
 *
 * @param submittedBy the client that filed the case; absent until that event is in
 * @param involved codes of the departments that have a part in it
 * @param survey the customer's rating; absent until given
 * @param published how many events analytics has told about it
 * @param feedback what it has for product management
 * @param levels how it was served inside and out
 * @param exposure how far everybody can see it
 */
public record Journey(
        @Nullable String submittedBy,
        Set<String> involved,
        Review review,
        @Nullable SurveyAnswered survey,
        long published,
        Feedback feedback,
        Levels levels,
        Exposure exposure) {
    static final Journey UNKNOWN =
            new Journey(null, Set.of(), new Review.NotOpened(), null, 0, Feedback.NONE, Levels.NONE, Exposure.NONE);

    public Journey {
        involved = Set.copyOf(involved);
        // A state that an older version wrote has none.
        feedback = feedback == null ? Feedback.NONE : feedback;
        levels = levels == null ? Levels.NONE : levels;
        exposure = exposure == null ? Exposure.NONE : exposure;
    }

    /** One that nobody but us can see. */
    public Journey(
            @Nullable String submittedBy,
            Set<String> involved,
            Review review,
            @Nullable SurveyAnswered survey,
            long published,
            Feedback feedback,
            Levels levels) {
        this(submittedBy, involved, review, survey, published, feedback, levels, Exposure.NONE);
    }

    Journey submittedBy(String client) {
        return new Journey(client, involved, review, survey, published, feedback, levels, exposure);
    }

    Journey joinedBy(Set<DepartmentCode> departments) {
        Set<String> all = new TreeSet<>(involved);
        departments.forEach(department -> all.add(department.value()));
        return new Journey(submittedBy, all, review, survey, published, feedback, levels, exposure);
    }

    Journey with(Review next) {
        return new Journey(submittedBy, involved, next, survey, published, feedback, levels, exposure);
    }

    Journey with(SurveyAnswered answered) {
        return new Journey(submittedBy, involved, review, answered, published, feedback, levels, exposure);
    }

    /**
     * What was learned stays in the log; another end has a review and a rating of its own. A review that nobody has done
     * yet waits for that end.
     */
    Journey reopened() {
        return new Journey(
                submittedBy,
                involved,
                review instanceof Review.Completed ? new Review.NotOpened() : review,
                null,
                published,
                feedback,
                levels,
                exposure.reopened());
    }

    Journey havingPublished(long seq) {
        return new Journey(submittedBy, involved, review, survey, seq, feedback, levels, exposure);
    }

    Journey with(Feedback next) {
        return new Journey(submittedBy, involved, review, survey, published, next, levels, exposure);
    }

    Journey with(Levels next) {
        return new Journey(submittedBy, involved, review, survey, published, feedback, next, exposure);
    }

    Journey with(Exposure next) {
        return new Journey(submittedBy, involved, review, survey, published, feedback, levels, next);
    }
}
