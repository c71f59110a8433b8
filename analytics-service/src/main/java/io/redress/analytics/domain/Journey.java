package io.redress.analytics.domain;

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
 */
public record Journey(
        @Nullable String submittedBy,
        Set<String> involved,
        Review review,
        @Nullable SurveyAnswered survey,
        long published) {
    static final Journey UNKNOWN = new Journey(null, Set.of(), new Review.NotOpened(), null, 0);

    public Journey {
        involved = Set.copyOf(involved);
    }

    Journey submittedBy(String client) {
        return new Journey(client, involved, review, survey, published);
    }

    Journey joinedBy(Set<DepartmentCode> departments) {
        Set<String> all = new TreeSet<>(involved);
        departments.forEach(department -> all.add(department.value()));
        return new Journey(submittedBy, all, review, survey, published);
    }

    Journey with(Review next) {
        return new Journey(submittedBy, involved, next, survey, published);
    }

    Journey with(SurveyAnswered answered) {
        return new Journey(submittedBy, involved, review, answered, published);
    }

    Journey havingPublished(long seq) {
        return new Journey(submittedBy, involved, review, survey, seq);
    }
}
