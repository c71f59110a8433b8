package io.redress.intake.domain.kinship;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a text is found by without looking at all others: {@value #BANDS} bands of MinHash values. Two texts share a band
 * with the probability {@code overlap²}, so they share at least one with {@code 1 - (1 - overlap²)^8}: 99.9 % at an
 * overlap of 0.75, 90 % at 0.5.
 *
 * @param hex the bands one after the other, 8 hexadecimal digits each; empty for a text without words
 */
public record Sketch(String hex) {
    static final int BANDS = 8;
    private static final int ROWS = 2;
    private static final int DIGITS = 8;
    private static final HexFormat HEX = HexFormat.of();

    /** For a text without words; such a text is found by nothing. */
    public static final Sketch EMPTY = new Sketch("");

    static Sketch of(long[] shingles) {
        if (shingles.length == 0) {
            return EMPTY;
        }
        StringBuilder hex = new StringBuilder(BANDS * DIGITS);
        for (int band = 0; band < BANDS; band++) {
            long value = 0;
            for (int row = 0; row < ROWS; row++) {
                value = mixed(value ^ least(shingles, band * ROWS + row));
            }
            hex.append(HEX.toHexDigits((int) value));
        }
        return new Sketch(hex.toString());
    }

    /** The least of all shingles in one random order; alike sets have the same least one as often as they overlap. */
    private static long least(long[] shingles, int order) {
        long seed = mixed(order + 1);
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, mixed(shingle ^ seed));
        }
        return least;
    }

    /** The finalizer of SplitMix64: every bit of the value decides about every bit of the result. */
    static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The bands, each with its number in front, since a value means something in its own band only. */
    public List<String> bands() {
        return IntStream.range(0, hex.length() / DIGITS)
                .mapToObj(band -> band + ":" + hex.substring(band * DIGITS, (band + 1) * DIGITS))
                .toList();
    }
}
