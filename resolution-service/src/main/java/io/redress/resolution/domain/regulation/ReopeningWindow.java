package io.redress.resolution.domain.regulation;

/**
 * How long a case can be opened again after its end.
 *
 * @param days 1 to {@value #MOST_DAYS}
 */
public record ReopeningWindow(Period inForce, int days) {
    static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_650;

    public ReopeningWindow {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("Expected 1 to " + MOST_DAYS + " days, but got " + days);
        }
    }
}
