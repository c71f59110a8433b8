package io.redress.analytics.application;

import io.redress.analytics.domain.levels.Standing;
import io.redress.analytics.domain.levels.Tally;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Internal and external service of the cases that were closed in one week (UTC), in numbers. Of bounded size: of more
 * departments than are counted by name the rest is counted together, and no name is ever given up.
 *
 * @param departments by code, {@link #OTHERS} included
 * @param noting cases that stand here already, though it is not noted with each of them yet
 */
record ServiceWeek(Map<String, Tally> departments, Map<String, Standing> noting)
        implements CountOnce.Noting<ServiceWeek, Standing> {
    /** Whatever is not counted by name. */
    static final String OTHERS = "*";

    static final ServiceWeek EMPTY = new ServiceWeek(Map.of(), Map.of());

    private static final int MOST_DEPARTMENTS = 200;

    ServiceWeek {
        departments = Map.copyOf(departments);
        noting = Map.copyOf(noting);
    }

    /** One of the documents beside the journeys; no case has such an id. */
    static String idOf(LocalDate monday) {
        return "service:" + monday;
    }

    /** With a case that was counted as {@code before} and is {@code now}. */
    ServiceWeek counting(String caseId, Standing before, Map<String, Tally> now) {
        Map<String, Tally> next = new TreeMap<>(departments);
        TreeSet<String> concerned = new TreeSet<>(now.keySet());
        concerned.addAll(before.tallies().keySet());
        for (String department : concerned) {
            String name = next.containsKey(department) || next.size() < MOST_DEPARTMENTS ? department : OTHERS;
            next.put(
                    name,
                    next.getOrDefault(name, Tally.NONE)
                            .minus(Objects.requireNonNullElse(before.tallies().get(department), Tally.NONE))
                            .plus(Objects.requireNonNullElse(now.get(department), Tally.NONE)));
        }
        Map<String, Standing> toNote = new TreeMap<>(noting);
        toNote.put(caseId, before.anew(now));
        return new ServiceWeek(next, toNote);
    }

    @Override
    public ServiceWeek noted() {
        return new ServiceWeek(departments, Map.of());
    }
}
