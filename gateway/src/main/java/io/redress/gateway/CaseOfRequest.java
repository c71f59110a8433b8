package io.redress.gateway;

import org.jspecify.annotations.Nullable;

/** Finds the case that an address is about. */
final class CaseOfRequest {
    private static final int UUID_LENGTH = 36;

    private CaseOfRequest() {}

    /** The case id in {@code /api/v1/cases/<id>...} or in a request id {@code <id>-r<n>}; null where there is none. */
    static @Nullable String in(String path) {
        int cases = path.indexOf("/cases/");
        if (cases >= 0) {
            return idAt(path, cases + "/cases/".length());
        }
        int requests = path.indexOf("/requests/");
        return requests >= 0 ? idAt(path, requests + "/requests/".length()) : null;
    }

    private static @Nullable String idAt(String path, int start) {
        if (path.length() < start + UUID_LENGTH) {
            return null;
        }
        String id = path.substring(start, start + UUID_LENGTH);
        boolean wellFormed = id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c == '-');
        return wellFormed ? id : null;
    }
}
