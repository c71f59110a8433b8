package io.redress.intake.domain.kinship;

/**
 * How much two texts say the same, and what follows from it.
 *
 * @param value the overlap of their shingles, 0 to 1
 */
public record Likeness(double value, Verdict verdict) {

    /** What the likeness of two texts of one customer is taken for. */
    public enum Verdict {
        /** The same thing said again. */
        SAME,
        /** Perhaps the same: for a person to decide. */
        SUSPECTED,
        /** Something else. */
        OTHER
    }

    /**
     * From where on texts are alike. The defaults are measured, see {@code docs/duplicates.md}.
     *
     * @param sure overlap from which two texts say the same
     * @param suspected overlap from which they may; at most {@code sure}
     * @param fewestWords a shorter text is never sure: "Still waiting!!" may be about anything
     */
    public record Terms(double sure, double suspected, int fewestWords) {

        public Terms {
            if (!(suspected > 0 && suspected <= sure && sure <= 1)) {
                throw new IllegalArgumentException(
                        "Expected 0 < suspected <= sure <= 1, but got suspected " + suspected + " and sure " + sure);
            }
        }

        /** What is used where nothing else is configured. */
        public static Terms standard() {
            return new Terms(0.75, 0.45, 6);
        }

        /** Compares two texts of the same customer. */
        public Likeness of(Shingles one, Shingles other) {
            double overlap = one.overlap(other);
            return new Likeness(overlap, verdict(one, other, overlap));
        }

        private Verdict verdict(Shingles one, Shingles other, double overlap) {
            if (overlap < suspected) {
                return Verdict.OTHER;
            }
            boolean sureEnough = overlap >= sure
                    && Math.min(one.words(), other.words()) >= fewestWords
                    && !one.namesOtherNumbersThan(other);
            return sureEnough ? Verdict.SAME : Verdict.SUSPECTED;
        }
    }
}
