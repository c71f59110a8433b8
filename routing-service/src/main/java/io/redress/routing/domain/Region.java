package io.redress.routing.domain;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All facts that agree with a condition: for each question the answers that it allows. */
record Region(List<BitSet> answers) {

    boolean isEmpty() {
        return answers.stream().anyMatch(BitSet::isEmpty);
    }

    Region and(Region other) {
        return new Region(java.util.stream.IntStream.range(0, answers.size())
                .mapToObj(i -> and(answers.get(i), other.answers.get(i)))
                .toList());
    }

    /** The same, with only {@code allowed} as answers to one question. */
    Region with(int question, BitSet allowed) {
        return new Region(java.util.stream.IntStream.range(0, answers.size())
                .mapToObj(i -> i == question ? allowed : answers.get(i))
                .toList());
    }

    /**
     * Facts of this region that none of the others has: exact, by cutting away one after the other. Null where they cover
     * it.
     *
     * @throws TooIntertwined where that takes more looks than are left
     */
    @Nullable
    Region outside(List<Region> others, Looks looks) throws TooIntertwined {
        return isEmpty() ? null : outside(others, 0, looks);
    }

    private @Nullable Region outside(List<Region> others, int from, Looks looks) throws TooIntertwined {
        int next = from;
        while (next < others.size() && and(others.get(next)).isEmpty()) {
            looks.one();
            next++;
        }
        if (next == others.size()) {
            return this;
        }
        looks.one();
        Region cut = others.get(next);
        Region rest = this;
        for (int question = 0; question < answers.size(); question++) {
            BitSet beyond = (BitSet) rest.answers.get(question).clone();
            beyond.andNot(cut.answers.get(question));
            if (!beyond.isEmpty()) {
                Region found = rest.with(question, beyond).outside(others, next + 1, looks);
                if (found != null) {
                    return found;
                }
                rest = rest.with(question, and(rest.answers.get(question), cut.answers.get(question)));
            }
        }
        return null;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** How much work may still be done. */
    static final class Looks {
        private int left;

        Looks(int most) {
            left = most;
        }

        void one() throws TooIntertwined {
            if (--left < 0) {
                throw new TooIntertwined();
            }
        }
    }

    /** The answer would take too long. */
    static final class TooIntertwined extends Exception {
        private static final long serialVersionUID = 1L;

        TooIntertwined() {
            super("Expected rows that can be told apart", null, false, false);
        }
    }
}
