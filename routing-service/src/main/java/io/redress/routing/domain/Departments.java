package io.redress.routing.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.routing.domain.PublishedTerms.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The registry of departments. */
public final class Departments {
    private static final int HOURS_OF_A_WEEK = 168;

    private final Map<DepartmentCode, Department> byCode = new HashMap<>();
    private final DepartmentCode authority;
    private final DepartmentCode listener;
    private final Map<String, WorkCalendar> calendars;
    private final Set<DepartmentCode> top;
    private final PublishedTerms published;

    /** Departments that work day and night. */
    public Departments(List<Department> all, DepartmentCode authority, DepartmentCode listener) {
        this(all, authority, listener, Map.of());
    }

    /**
     * @param authority decides who owns a request that two departments have declined
     * @param listener the department of the consultants, who listen where nothing else is to be done
     * @param calendars by name
     * @throws IllegalArgumentException where a code is there twice, a name is not declared, or superiors go in a circle
     */
    public Departments(
            List<Department> all,
            DepartmentCode authority,
            DepartmentCode listener,
            Map<String, WorkCalendar> calendars) {
        this(all, authority, listener, calendars, PublishedTerms.NONE);
    }

    private Departments(
            List<Department> all,
            DepartmentCode authority,
            DepartmentCode listener,
            Map<String, WorkCalendar> calendars,
            PublishedTerms published) {
        this.published = published;
        for (Department department : all) {
            if (byCode.put(department.code(), department) != null) {
                throw new IllegalArgumentException(
                        "Expected each department once, but " + department.code() + " is there twice");
            }
        }
        this.authority = registered(authority, "as routing authority");
        this.listener = registered(listener, "as the department that listens");
        this.calendars = Map.copyOf(calendars);
        all.forEach(this::checkPresence);
        this.top = upwards(authority);
        all.forEach(it -> upwards(it.code()));
    }

    private void checkPresence(Department department) {
        Presence presence = department.presence();
        if (presence.calendar() != null && !calendars.containsKey(presence.calendar())) {
            throw new IllegalArgumentException("Expected a declared calendar for the department " + department.code()
                    + ", but got " + presence.calendar());
        }
        if (presence.superior() != null) {
            registered(presence.superior(), "as superior of " + department.code());
        }
        Party deputy = presence.deputy();
        if (deputy != null && deputy.isDepartment()) {
            registered(new DepartmentCode(deputy.id()), "as deputy of " + department.code());
        }
        if (Party.department(department.code()).equals(deputy)) {
            throw new IllegalArgumentException("Expected somebody else as deputy of " + department.code());
        }
    }

    /** A department and those declared above it. */
    private Set<DepartmentCode> upwards(DepartmentCode from) {
        Set<DepartmentCode> way = new LinkedHashSet<>();
        for (DepartmentCode at = from;
                at != null;
                at = department(at).presence().superior()) {
            if (!way.add(at)) {
                throw new IllegalArgumentException(
                        "Expected superiors that do not go in a circle, but " + way + " come back to " + at);
            }
        }
        return way;
    }

    /** The same departments with others to decide and to listen. */
    public Departments with(DepartmentCode decides, DepartmentCode listens) {
        return new Departments(all(), decides, listens, calendars, published);
    }

    /** The same departments, each of which works and answers as it has published, where it has. */
    public Departments under(PublishedTerms charters) {
        return new Departments(all(), authority, listener, calendars, charters);
    }

    /** All of them, in order of their codes. */
    public List<Department> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(it -> it.code().value()))
                .toList();
    }

    public boolean knows(DepartmentCode code) {
        return byCode.containsKey(code);
    }

    public DepartmentCode authority() {
        return authority;
    }

    public DepartmentCode listener() {
        return listener;
    }

    /** By when a registered department answers what it is asked now, in its own working time. */
    public Instant dueAt(DepartmentCode code, Instant now) {
        return calendarOf(code).add(now, answerOf(code, null));
    }

    /**
     * When so many of a department's working days have passed. A working day is as long as its longest of the week that
     * begins now; at once is within one.
     *
     * @param days not negative
     */
    public Instant afterWorkingDays(DepartmentCode code, int days, Instant now) {
        WorkCalendar calendar = calendarOf(code);
        Duration day = IntStream.range(0, HOURS_OF_A_WEEK)
                .mapToObj(it -> now.plus(Duration.ofHours(it)))
                .map(from -> calendar.between(from, from.plus(Duration.ofDays(1))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (day.isZero()) {
            return dueAt(code, now);
        }
        Duration work = day.multipliedBy(Math.max(1, days));
        return calendar.add(now, work.compareTo(WorkCalendar.MOST) > 0 ? WorkCalendar.MOST : work);
    }

    /** The version of the charter under which a department is asked now; null where it has published none. */
    public @Nullable Integer charterVersionOf(DepartmentCode code) {
        Terms terms = published.inForce(code);
        return terms == null ? null : terms.version();
    }

    /** When a registered department works. */
    public WorkCalendar calendarOf(DepartmentCode code) {
        return calendarOf(code, null);
    }

    /**
     * When a registered department works for whoever has asked it under a version of its charter.
     *
     * @param charter 0 where it had published none; null for the one in force
     */
    WorkCalendar calendarOf(DepartmentCode code, @Nullable Integer charter) {
        Terms terms = termsOf(code, charter);
        return terms == null || terms.calendar() == null ? declaredCalendarOf(code) : terms.calendar();
    }

    private Duration answerOf(DepartmentCode code, @Nullable Integer charter) {
        Terms terms = termsOf(code, charter);
        return terms == null || terms.resolution() == null ? department(code).answer() : terms.resolution();
    }

    private @Nullable Terms termsOf(DepartmentCode code, @Nullable Integer charter) {
        if (charter == null) {
            return published.inForce(code);
        }
        return charter == 0 ? null : published.of(code, charter);
    }

    private WorkCalendar declaredCalendarOf(DepartmentCode code) {
        String name = department(code).presence().calendar();
        return name == null ? WorkCalendar.always() : Objects.requireNonNull(calendars.get(name));
    }

    /** Who stands in for a registered department; null where nobody does. */
    public @Nullable Party deputyOf(DepartmentCode code) {
        return department(code).presence().deputy();
    }

    /** Who is responsible above a registered department; null for the topmost. */
    public @Nullable DepartmentCode superiorOf(DepartmentCode code) {
        DepartmentCode declared = department(code).presence().superior();
        return declared != null || top.contains(code) ? declared : authority;
    }

    /** The lowest department to which all of these answer; may be one of them. */
    public DepartmentCode commonSuperiorOf(List<DepartmentCode> below) {
        List<Set<DepartmentCode>> ways = below.stream()
                .filter(this::knows)
                .map(this::upwardsWithDefaults)
                .toList();
        return ways.stream()
                .flatMap(Set::stream)
                .filter(it -> ways.stream().allMatch(way -> way.contains(it)))
                .findFirst()
                .orElse(authority);
    }

    private Set<DepartmentCode> upwardsWithDefaults(DepartmentCode from) {
        Set<DepartmentCode> way = new LinkedHashSet<>();
        for (DepartmentCode at = from; at != null; at = superiorOf(at)) {
            way.add(at);
        }
        return way;
    }

    /** How long a registered department may be silent. */
    public Patience patienceWith(DepartmentCode code) {
        return patienceWith(code, null);
    }

    /**
     * How long a registered department may be silent to whoever has asked it under a version of its charter.
     *
     * @param charter 0 where it had published none; null for the one in force
     */
    Patience patienceWith(DepartmentCode code, @Nullable Integer charter) {
        return Patience.of(department(code).presence(), answerOf(code, charter));
    }

    /** What people call a department; its code where it is not registered. */
    public String nameOf(DepartmentCode code) {
        Department department = byCode.get(code);
        return department == null ? code.value() : department.name();
    }

    private Department department(DepartmentCode code) {
        Department department = byCode.get(code);
        if (department == null) {
            throw new IllegalArgumentException("Expected a registered department, but got " + code);
        }
        return department;
    }

    /** Within what time an offer is answered: a consultant's by the rule of the front desk. */
    Duration answersOffersWithin(Party asked) {
        Department department = byCode.get(asked.isDepartment() ? new DepartmentCode(asked.id()) : listener);
        if (department == null) {
            throw new IllegalArgumentException("Expected a registered department or a consultant, but got " + asked);
        }
        return Duration.ofHours(department.offerHours());
    }

    /**
     * The same code, if it is registered.
     *
     * @param where completes the sentence "Expected a registered department ..."
     */
    DepartmentCode registered(DepartmentCode code, String where) {
        if (!knows(code)) {
            throw new IllegalArgumentException("Expected a registered department " + where + ", but got " + code);
        }
        return code;
    }
}
