package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a department works together with others, and what the cases cost in which it served (R99). What others did in
 * these cases counts as well: a case costs no less because somebody else has had the work (R101).
 *
 * @param helpAsked times that it wanted another department's help with a request to it
 * @param contributions things that it knew about cases of others, of which {@code contributionsUsed} went into answers
 * @param cases in which it has ended something
 * @param handOffsPerCase how often somebody declined, whoever it was; absent where there are no cases, as are the others
 * @param questionsPerCase how often somebody had to ask back
 * @param workingHoursPerCase in which somebody had a request before ending it, each in its own working time
 */
public record CooperationFigures(
        int helpAsked,
        int contributions,
        int contributionsUsed,
        int cases,
        @Nullable Double handOffsPerCase,
        @Nullable Double questionsPerCase,
        @Nullable Double workingHoursPerCase) {
    private static final double SECONDS_OF_AN_HOUR = Duration.ofHours(1).toSeconds();

    /**
     * What one department does.
     *
     * @param served the cases in which it has answered or declined something; others do no harm
     * @param contributed the cases to which it has added something; likewise
     */
    public static CooperationFigures of(
            Collection<DepartmentCase> served,
            Collection<DepartmentCase> contributed,
            DepartmentCode department,
            Span span,
            Function<DepartmentCode, WorkCalendar> calendars) {
        List<DepartmentCase> cases = served.stream()
                .filter(state -> ServedRequest.ended(state)
                        .anyMatch(it -> it.department().equals(department) && span.has(it.at())))
                .toList();
        List<Cooperation.Contribution> known = contributed.stream()
                .flatMap(it -> it.cooperation().contributions().stream())
                .filter(it -> department.equals(it.department()) && span.has(it.at()))
                .toList();
        return new CooperationFigures(
                (int) cases.stream()
                        .flatMap(it -> it.cooperation().helps().stream())
                        .filter(it -> it.reply().department().equals(department) && span.has(it.at()))
                        .count(),
                known.size(),
                (int) known.stream().filter(it -> !it.usedIn().isEmpty()).count(),
                cases.size(),
                each(cases, CooperationFigures::handOffs),
                each(cases, CooperationFigures::questions),
                each(cases, it -> hours(it, calendars)));
    }

    private static @Nullable Double each(List<DepartmentCase> cases, Function<DepartmentCase, Double> cost) {
        return cases.isEmpty() ? null : cases.stream().mapToDouble(cost::apply).sum() / cases.size();
    }

    private static double handOffs(DepartmentCase state) {
        return state.requests().stream()
                .filter(it -> it instanceof Request.Declined || it instanceof Request.OnOffer)
                .count();
    }

    private static double questions(DepartmentCase state) {
        return state.cooperation().questions().size();
    }

    private static double hours(DepartmentCase state, Function<DepartmentCode, WorkCalendar> calendars) {
        Stream<Duration> all = ServedRequest.ended(state)
                .map(it -> ServedRequest.worked(state, it.request().ask(), it.at(), calendars.apply(it.department())));
        return all.mapToLong(Duration::toSeconds).sum() / SECONDS_OF_AN_HOUR;
    }
}
