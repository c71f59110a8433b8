package io.redress.benchmarks.organisation;

/**
 * How the front desk asks for urgency.
 *
 * @param share of its requests that it wants before others, 0 to 1
 * @param allowance what it may spend in a week
 * @param budget false where whoever shouts is heard, and nobody counts
 */
record Urgent(double share, int allowance, boolean budget) {
    static final Urgent NEVER = new Urgent(0, 5, true);

    boolean isSensible() {
        return share >= 0 && share <= 1 && allowance >= 0 && allowance <= 1_000;
    }
}
