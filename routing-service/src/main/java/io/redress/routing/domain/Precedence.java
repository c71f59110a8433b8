package io.redress.routing.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of several fitting rows wins: the one that says it goes before the others, directly or through a third. */
final class Precedence {
    private final List<RoutingRow> rows;
    /** By row, all that it goes before, directly or not. */
    private final List<BitSet> over;

    Precedence(List<RoutingRow> rows) {
        this.rows = rows;
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.putIfAbsent(rows.get(i).id(), i);
        }
        this.over = rows.stream().map(row -> direct(row, places)).toList();
        for (int through = 0; through < rows.size(); through++) {
            for (BitSet reached : over) {
                if (reached.get(through)) {
                    reached.or(over.get(through));
                }
            }
        }
    }

    private static BitSet direct(RoutingRow row, Map<String, Integer> places) {
        BitSet direct = new BitSet();
        row.before().stream().filter(places::containsKey).forEach(id -> direct.set(places.getOrDefault(id, 0)));
        return direct;
    }

    /** Whether the one at {@code winner} goes before the one at {@code loser}. */
    boolean isBefore(int winner, int loser) {
        return over.get(winner).get(loser);
    }

    /** Whether a row goes before itself, so that nobody can tell which one wins. */
    boolean isCircular(int row) {
        return over.get(row).get(row);
    }

    /** All of them, winners first; those that say nothing about each other stay as they are written. */
    List<RoutingRow> inOrder() {
        List<RoutingRow> ordered = new ArrayList<>();
        BitSet left = new BitSet();
        left.set(0, rows.size());
        while (!left.isEmpty()) {
            int next = first(left);
            ordered.add(rows.get(next));
            left.clear(next);
        }
        return List.copyOf(ordered);
    }

    private int first(BitSet left) {
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            int candidate = i;
            if (left.stream().noneMatch(other -> other != candidate && isBefore(other, candidate))) {
                return candidate;
            }
        }
        return left.nextSetBit(0);
    }
}
