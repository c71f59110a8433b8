package io.redress.intake.domain.kinship;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A text as the set of its words and of its pairs of neighbouring words. Single words alone would call two texts alike
 * that share a vocabulary; pairs alone would miss a short text with one word changed. Two such sets overlap as much as
 * their texts say the same, whatever the language.
 */
public final class Shingles {
    /** Words that are looked at; what comes after them no longer changes what the text is about. */
    private static final int MOST_WORDS = 2_000;

    private final long[] sorted;
    private final long[] numbers;
    private final int words;

    private Shingles(long[] sorted, long[] numbers, int words) {
        this.sorted = sorted;
        this.numbers = numbers;
        this.words = words;
    }

    /** The shingles of a text. */
    public static Shingles of(String text) {
        Collector collector = new Collector();
        Words.read(text, collector);
        return new Shingles(
                distinct(collector.shingles, collector.size),
                distinct(collector.numbers, collector.numeric),
                collector.words);
    }

    private static long[] distinct(long[] values, int size) {
        return LongStream.of(values).limit(size).sorted().distinct().toArray();
    }

    /** How many words the text has, up to a bound. */
    public int words() {
        return words;
    }

    /** What both have in common of what either has (Jaccard), 0 to 1; 0 where one of them has no words at all. */
    public double overlap(Shingles other) {
        int common = common(sorted, other.sorted);
        int all = sorted.length + other.sorted.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /**
     * Whether each of the two names a number that the other does not: another order, another invoice. One that only
     * leaves a number out does not contradict.
     */
    public boolean namesOtherNumbersThan(Shingles other) {
        int common = common(numbers, other.numbers);
        return common < numbers.length && common < other.numbers.length;
    }

    /** What it can be found by. */
    public Sketch sketch() {
        return Sketch.of(sorted);
    }

    private static int common(long[] a, long[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int order = Long.compare(a[i], b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** Hashes of single words, of pairs, and of the words with digits. */
    private static final class Collector implements Words.Reader {
        private long[] shingles = new long[128];
        private long[] numbers = new long[8];
        private int size;
        private int numeric;
        private int words;
        private long before;

        @Override
        public boolean read(long word, boolean hasDigit) {
            if (size + 2 > shingles.length) {
                shingles = Arrays.copyOf(shingles, shingles.length * 2);
            }
            shingles[size++] = Sketch.mixed(word);
            if (words > 0) {
                shingles[size++] = Sketch.mixed(before * 31 + Sketch.mixed(word));
            }
            if (hasDigit) {
                numbers = numeric == numbers.length ? Arrays.copyOf(numbers, numeric * 2) : numbers;
                numbers[numeric++] = word;
            }
            before = word;
            words++;
            return words < MOST_WORDS;
        }
    }
}
