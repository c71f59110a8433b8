package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.Waiting.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds requests that wait for each other (R63): a chain of help that comes back to a department which itself waits
 * further up in the same chain. Two departments that owe each other answers in unrelated chains are no circle.
 */
final class WaitCircles {
    private WaitCircles() {}

    /**
     * One circle.
     *
     * @param requests each waits for the department of the next, the last for that of the first
     * @param closing the requests by which the last waits for the department of the first
     */
    record Found(List<Asked> requests, List<RequestId> closing) {

        /** The same for the same requests. */
        String id() {
            return requests.stream().map(it -> label(it.id())).collect(Collectors.joining("-"));
        }

        List<RequestId> ids() {
            return requests.stream().map(Asked::id).toList();
        }

        List<DepartmentCode> departments() {
            return requests.stream().map(Asked::department).distinct().toList();
        }

        /** What a request of the circle waits for in it. */
        List<RequestId> waitedForBy(RequestId id) {
            int at = ids().indexOf(id);
            return at == requests.size() - 1
                    ? closing
                    : List.of(requests.get(at + 1).id());
        }

        private Found closedBy(RequestId more) {
            List<RequestId> longer = new ArrayList<>(closing);
            longer.add(more);
            return new Found(requests, List.copyOf(longer));
        }
    }

    /** All there are, by their ids, in the order in which they were closed. */
    static Map<String, Found> in(Waiting waiting) {
        Map<String, Found> circles = new LinkedHashMap<>();
        for (Asked asked : waiting.asked()) {
            Found found = closedBy(waiting, asked);
            if (found != null) {
                circles.merge(found.id(), found, (before, _) -> before.closedBy(asked.id()));
            }
        }
        return circles;
    }

    private static @Nullable Found closedBy(Waiting waiting, Asked last) {
        List<Asked> chain = new ArrayList<>();
        for (Asked at = waiting.asked(last.parent()); at != null; at = waiting.asked(at.parent())) {
            chain.addFirst(at);
            if (at.department().equals(last.department())) {
                return new Found(List.copyOf(chain), List.of(last.id()));
            }
            if (chain.size() > waiting.asked().size()) {
                throw new IllegalStateException(
                        "Expected a request to help with an earlier one, but " + last.id() + " helps with itself");
            }
        }
        return null;
    }

    /** How people call a request of a known case, as in {@code r2}. */
    static String label(RequestId id) {
        return id.value().substring(id.value().lastIndexOf('-') + 1);
    }
}
