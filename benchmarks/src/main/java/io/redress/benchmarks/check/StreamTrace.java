package io.redress.benchmarks.check;

import java.util.Arrays;

/** Which numbers of one stream of one case have been seen, and a fingerprint of each. */
final class StreamTrace {
    /** No case has more events of one kind; a larger number is not a number but an accident. */
    static final long MOST = 100_000;

    private int[] prints = new int[4];
    private int highest;
    private boolean jumped;

    /** What an event turned out to be. */
    enum Sight {
        FIRST,
        AGAIN,
        AGAIN_WITH_OTHER_CONTENT,
        OUT_OF_RANGE
    }

    Sight see(long number, int contentHash) {
        if (number < 1 || number > MOST) {
            return Sight.OUT_OF_RANGE;
        }
        int at = (int) number - 1;
        int print = contentHash == 0 ? 1 : contentHash;
        if (at >= prints.length) {
            prints = Arrays.copyOf(prints, Math.max(at + 1, prints.length * 2));
        }
        if (prints[at] != 0) {
            return prints[at] == print ? Sight.AGAIN : Sight.AGAIN_WITH_OTHER_CONTENT;
        }
        prints[at] = print;
        jumped |= number != highest + 1L;
        highest = Math.max(highest, (int) number);
        return Sight.FIRST;
    }

    /** The first number that is missing below the highest, or 0 where none is. */
    int firstMissing() {
        for (int i = 0; i < highest; i++) {
            if (prints[i] == 0) {
                return i + 1;
            }
        }
        return 0;
    }

    int highest() {
        return highest;
    }

    /** Whether a number came before the one below it, though none is missing now. */
    boolean isOutOfOrder() {
        return jumped && firstMissing() == 0;
    }
}
