package io.redress.department.application;

import io.redress.contracts.RequestId;
import io.redress.department.application.Worklist.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a worklist as it was last read, and what has changed on it lately, one after another. Immutable, so that any
 * number of readers may go through it at their own pace.
 *
 * @param run tells one following of the page from another; numbers of different runs say nothing to each other
 * @param number of the latest change, 0 before the first
 * @param latest changes, oldest first; at most {@value #MOST_CHANGES}
 */
public record FollowedWorklist(String run, long number, Part page, List<Change> latest) {
    public static final int MOST_CHANGES = 500;

    public FollowedWorklist {
        latest = List.copyOf(latest);
    }

    /** What may happen to an entry. */
    public sealed interface Change {
        /** Counted from 1. */
        long number();

        /** The request has come on the page, or is not as it was. */
        record Changed(long number, WorklistEntry entry) implements Change {}

        /** The request is not on the page any more: there is nothing to do about it, or others break first. */
        record Gone(long number, RequestId requestId) implements Change {}
    }

    /** Begins to follow a page. */
    public static FollowedWorklist begin(String run, Part page) {
        return new FollowedWorklist(run, 0, page, List.of());
    }

    /** After the page was read again. */
    public FollowedWorklist next(Part read) {
        Map<RequestId, WorklistEntry> before = byRequest(page);
        Map<RequestId, WorklistEntry> now = byRequest(read);
        List<Change> changes = new ArrayList<>(latest);
        long at = number;
        for (RequestId id : before.keySet()) {
            if (!now.containsKey(id)) {
                changes.add(new Change.Gone(++at, id));
            }
        }
        for (Map.Entry<RequestId, WorklistEntry> entry : now.entrySet()) {
            if (!isSame(before.get(entry.getKey()), entry.getValue())) {
                changes.add(new Change.Changed(++at, entry.getValue()));
            }
        }
        return new FollowedWorklist(
                run, at, read, changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()));
    }

    /** What a reader has to hear who has heard all up to a number; empty where that is not known any more, or never was. */
    public Optional<List<Change>> after(long heard) {
        long oldest = number - latest.size();
        return heard < oldest || heard > number
                ? Optional.empty()
                : Optional.of(latest.subList((int) (heard - oldest), latest.size()));
    }

    /** What is usual changes a little all the time; an entry changes when its request does. */
    private static boolean isSame(@Nullable WorklistEntry before, WorklistEntry now) {
        return before != null && before.request().equals(now.request());
    }

    private static Map<RequestId, WorklistEntry> byRequest(Part page) {
        Map<RequestId, WorklistEntry> entries = new LinkedHashMap<>();
        page.items().forEach(it -> entries.put(it.request().requestId(), it));
        return entries;
    }
}
