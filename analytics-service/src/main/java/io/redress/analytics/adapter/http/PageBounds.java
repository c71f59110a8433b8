package io.redress.analytics.adapter.http;

import io.redress.chassis.http.Checks;

/** How much of a list is asked for at once, and from where. */
final class PageBounds {
    static final String STANDARD = "50";
    private static final int MOST = 200;
    private static final int LONGEST_CURSOR = 1_000;

    private PageBounds() {}

    /** Refuses with 422 what no page can be. */
    static void check(int limit, String cursor) {
        new Checks()
                .range("/limit", limit, 1, MOST)
                .length("/cursor", cursor, 0, LONGEST_CURSOR)
                .orRefuse();
    }
}
