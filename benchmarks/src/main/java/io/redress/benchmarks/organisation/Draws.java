package io.redress.benchmarks.organisation;

import java.util.SplittableRandom;

/**
 * Chance that depends on what it decides and not on when it is asked for: two runs that differ in one thing draw the same
 * for all others, and so can be compared.
 */
record Draws(long seed) {

    /** The chance of one thing, say of how a certain request is worked on. */
    SplittableRandom about(String what, String id) {
        long mixed = seed;
        for (char it : (what + "|" + id).toCharArray()) {
            mixed = mixed * 0x9E3779B97F4A7C15L + it;
        }
        return new SplittableRandom(mixed);
    }

    /** Whether something happens that happens in this share of cases. */
    boolean happens(double share, String what, String id) {
        return about(what, id).nextDouble() < share;
    }

    double gauss(String what, String id) {
        return about(what, id).nextGaussian();
    }
}
