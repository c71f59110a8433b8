package io.redress.department.application;

import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Slack;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How cases are found by the open requests in them: what is urgent first, and then what must begin first, see
 * {@link LatestStarts}. Where nobody knows what the work takes it stands by its date, as if it took no time; so do cases that
 * have not changed since they stood by their dates alone, and each comes to its place with its next change. All of a department's stand under its code, and again under each sort that it may look at alone, so that looking reads no more than it shows.
 */
public final class WorklistEntries {
    /** Anything longer is no nature that two requests would share. */
    private static final int LONGEST_NATURE = 100;

    /** As wide for every instant, so that the order of the texts is the order of the times. */
    private static final DateTimeFormatter BY_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String URGENT = "0";
    private static final String OTHER = "1";

    private WorklistEntries() {}

    /** Under which value the narrowest sort stands that holds all requests with these; absent means any. */
    public static String value(
            DepartmentCode department, @Nullable RequestKind kind, @Nullable String nature, boolean stopped) {
        if (stopped) {
            return department + "/stopped";
        }
        if (nature != null && isShared(nature)) {
            return department + "/nature/" + nature;
        }
        return kind == null ? department.value() : department + "/kind/" + kind;
    }

    static Stream<IndexEntry> of(DepartmentCase state, LatestStarts starts) {
        Map<String, String> first = new TreeMap<>();
        DepartmentDefinition.openOf(state).forEach(request -> {
            String key = key(state, request, starts);
            values(state, request).forEach(value -> first.merge(value, key, (a, b) -> a.compareTo(b) < 0 ? a : b));
        });
        return first.entrySet().stream()
                .map(it -> IndexEntry.sorted(DepartmentDefinition.WORKLIST, it.getKey(), it.getValue()));
    }

    private static Stream<String> values(DepartmentCase state, Request request) {
        Request.Ask ask = request.ask();
        Stream<String> always = Stream.of(
                value(ask.department(), null, null, false),
                value(ask.department(), ask.kind(), null, false),
                value(ask.department(), ask.kind(), ask.nature(), false));
        return isStopped(state, request)
                ? Stream.concat(always, Stream.of(value(ask.department(), null, null, true)))
                : always;
    }

    private static String key(DepartmentCase state, Request request, LatestStarts starts) {
        Instant begin = starts.of(request)
                .map(Slack::latestStart)
                .orElseGet(() -> request.ask().dueAt());
        return (isUrgent(state, request) ? URGENT : OTHER) + BY_TIME.format(begin);
    }

    private static boolean isUrgent(DepartmentCase state, Request request) {
        return state.dealings().urgencies().isUrgent(request.ask().id());
    }

    /** The open requests that a case holds for a department, in the order of its worklist. */
    static List<Request> inOrder(DepartmentCase state, DepartmentCode department, LatestStarts starts) {
        return DepartmentDefinition.openOf(state).stream()
                .filter(it -> it.ask().department().equals(department))
                .sorted(Comparator.comparing(it -> key(state, it, starts)))
                .toList();
    }

    /**
     * Whether an entry and all after it stand for requests that are not urgent and need not have begun. Nothing overdue
     * is among them, since whatever is due must have begun.
     *
     * @param cursor of the page before, which is the place of its last entry
     */
    static boolean isInTime(String value, String cursor, Instant now) {
        String sort = EntryKey.after(new IndexQuery(DepartmentDefinition.WORKLIST, value, cursor, 1))
                .sort();
        return sort.compareTo(OTHER + BY_TIME.format(now)) > 0;
    }

    /** Whether its department waits for an answer of whoever asked. */
    static boolean isStopped(DepartmentCase state, Request request) {
        ClockView clock = ClockView.of(state, request);
        return clock != null && clock.stoppedSince() != null;
    }

    private static boolean isShared(String nature) {
        return nature.length() <= LONGEST_NATURE && nature.codePoints().noneMatch(Character::isISOControl);
    }

    static String at(Instant when) {
        return BY_TIME.format(when);
    }
}
