package io.redress.benchmarks.organisation;

import io.redress.benchmarks.CannotRun;
import io.redress.chassis.declare.DeclaredFile;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is played.
 *
 * @param start when the first complaint may come
 * @param cases how many, 1 to 100,000
 * @param casesPerDay how many come on average in a day and a night
 * @param natures what they are about, each with its weight
 * @param calendar when people work; absent for day and night
 * @param answersQuestions how long a question back waits for its answer, in working time
 * @param decides how long a superior takes to decide, likewise
 * @param urgent absent where nobody ever says that something is urgent
 * @param bargaining how the front desk negotiates dates; absent where it takes them as they are
 * @param ratings which of the answers are rated by whoever asked, 0 to 1; absent for none
 * @param departments those that are not here are played as having enough people and no bad habits
 */
public record Organisation(
        Instant start,
        int cases,
        double casesPerDay,
        Map<String, Double> natures,
        @Nullable DeclaredCalendar calendar,
        Spread answersQuestions,
        Spread decides,
        Urgent urgent,
        Bargaining bargaining,
        Double ratings,
        List<DepartmentPlan> departments) {
    private static final int MOST_CASES = 100_000;
    private static final Spread HOURS = new Spread(60, 240);

    public Organisation(
            Instant start,
            int cases,
            double casesPerDay,
            Map<String, Double> natures,
            @Nullable DeclaredCalendar calendar,
            @Nullable Spread answersQuestions,
            @Nullable Spread decides,
            @Nullable Urgent urgent,
            @Nullable Bargaining bargaining,
            @Nullable Double ratings,
            List<DepartmentPlan> departments) {
        this.start = start;
        this.cases = cases;
        this.casesPerDay = casesPerDay;
        this.natures = new TreeMap<>(natures);
        this.calendar = calendar;
        this.answersQuestions = Objects.requireNonNullElse(answersQuestions, HOURS);
        this.decides = Objects.requireNonNullElse(decides, HOURS);
        this.urgent = Objects.requireNonNullElse(urgent, Urgent.NEVER);
        this.bargaining = Objects.requireNonNullElse(bargaining, Bargaining.NONE);
        this.ratings = ratings == null ? 0.0 : ratings;
        this.departments = List.copyOf(departments);
    }

    /** @throws CannotRun with all that is wrong with the file */
    public static Organisation read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return DeclaredFile.read(file.toString(), yaml, Wire.mapper(), Organisation.class)
                    .checked(file.toString());
        } catch (IOException unreadable) {
            throw new CannotRun(
                    "Expected an organisation in " + file + ", but it cannot be read: " + unreadable.getMessage(),
                    unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new CannotRun(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    Organisation checked(String name) {
        List<String> flaws = flaws();
        if (!flaws.isEmpty()) {
            throw new CannotRun("In " + name + ":\n  " + String.join("\n  ", flaws));
        }
        return this;
    }

    private List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        if (cases < 1 || cases > MOST_CASES) {
            flaws.add("Expected cases of 1 to 100,000, but got " + cases);
        }
        if (!(casesPerDay > 0 && casesPerDay <= MOST_CASES)) {
            flaws.add("Expected casesPerDay of more than 0 and at most 100,000, but got " + casesPerDay);
        }
        if (natures.isEmpty()
                || natures.values().stream().anyMatch(it -> !(it >= 0))
                || natures.values().stream().mapToDouble(it -> it).sum() <= 0) {
            flaws.add("Expected natures with weights of 0 or more, not all of them 0");
        }
        Set<String> known = new HashSet<>(Registry.natures());
        natures.keySet().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> flaws.add("Expected a nature that a department handles, but got " + it));
        if (calendar != null && calendar.holidays() != null) {
            flaws.add("Expected no holidays in calendar: name the days under closed");
        }
        if (!answersQuestions.isSpread()) {
            flaws.add("In answersQuestions: " + Spread.EXPECTED);
        }
        if (!decides.isSpread()) {
            flaws.add("In decides: " + Spread.EXPECTED);
        }
        if (!urgent.isSensible()) {
            flaws.add("Expected an urgent share of 0 to 1 and an allowance of 0 to 1,000");
        }
        if (!(ratings >= 0 && ratings <= 1)) {
            flaws.add("Expected ratings of 0 to 1, but got " + ratings);
        }
        flaws.addAll(bargaining.flaws());
        Set<DepartmentCode> seen = new HashSet<>();
        for (DepartmentPlan plan : departments) {
            flaws.addAll(plan.flaws());
            if (!seen.add(plan.code())) {
                flaws.add("Expected each department once, but " + plan.code() + " is there twice");
            }
            for (DepartmentCode named : new DepartmentCode[] {
                plan.code(), plan.habits().declinesTo(), plan.habits().helpFrom()
            }) {
                if (named != null && !Registry.knows(named)) {
                    flaws.add("Expected a registered department, but got " + named);
                }
            }
        }
        return flaws;
    }

    WorkCalendar worksIn() {
        return calendar == null ? WorkCalendar.always() : calendar.calendar(_ -> Holidays.NONE);
    }

    /**
     * The same where one thing is otherwise.
     *
     * @param what a habit, {@code capacity} or {@code urgent}
     * @param change {@code finance=5}, {@code finance=+2}, {@code finance=-1}, or {@code all=0.5}
     * @throws CannotRun where there is no such thing
     */
    public Organisation whatIf(String what, String change) {
        String[] sides = change.split("=", -1);
        double value = sides.length == 2 ? number(sides[1]) : Double.NaN;
        if (Double.isNaN(value)) {
            throw new CannotRun("Expected a change such as finance=+2, but got " + change);
        }
        if (what.equals("urgent")) {
            return with(new Urgent(value, urgent.allowance(), urgent.budget())).checked(change);
        }
        boolean relative = sides[1].startsWith("+") || sides[1].startsWith("-");
        List<DepartmentPlan> changed = departments.stream()
                .map(it -> sides[0].equals("all") || sides[0].equals(it.code().value())
                        ? changed(it, what, value, relative)
                        : it)
                .toList();
        if (changed.equals(departments)
                && !sides[0].equals("all")
                && departments.stream().noneMatch(it -> it.code().value().equals(sides[0]))) {
            throw new CannotRun("Expected a department of the organisation, but got " + sides[0]);
        }
        return copy(cases, urgent, bargaining, changed).checked(what + " " + change);
    }

    private static DepartmentPlan changed(DepartmentPlan plan, String what, double value, boolean relative) {
        if (what.equals("capacity")) {
            return plan.withCapacity((int) (relative ? plan.capacity() + value : value));
        }
        Habits habits = plan.habits().with(what, value);
        if (habits == null) {
            throw new CannotRun("Expected capacity, urgent, padding, buffer, questions, declines, helps, silence,"
                    + " progress or incomplete, but got " + what);
        }
        return plan.with(habits);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** The same with more or fewer cases. */
    public Organisation withCases(int number) {
        return copy(number, urgent, bargaining, departments).checked("--cases");
    }

    Organisation with(Urgent next) {
        return copy(cases, next, bargaining, departments);
    }

    /** The same where everybody negotiates so. */
    Organisation with(Bargaining next) {
        return copy(
                cases,
                urgent,
                next,
                departments.stream().map(it -> it.with(it.habits().with(next))).toList());
    }

    private Organisation copy(int number, Urgent shouting, Bargaining negotiating, List<DepartmentPlan> changed) {
        return new Organisation(
                start,
                number,
                casesPerDay,
                natures,
                calendar,
                answersQuestions,
                decides,
                shouting,
                negotiating,
                ratings,
                changed);
    }
}
