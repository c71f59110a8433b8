package io.redress.routing.domain;

import io.redress.contracts.Limits;

/** The customer's words as departments get them: the complaint, and what was said after it. */
final class Words {
    private static final String BETWEEN = "\n\n";

    private Words() {}

    /** Both, in at most {@link Limits#COMPLAINT} characters; where that is not enough, the earlier words are cut. */
    static String joined(String before, String more) {
        int room = Limits.COMPLAINT - more.length() - BETWEEN.length();
        if (before.length() <= room) {
            return before + BETWEEN + more;
        }
        int end = Math.max(0, room);
        boolean splitsCharacter = end > 0 && Character.isHighSurrogate(before.charAt(end - 1));
        return before.substring(0, splitsCharacter ? end - 1 : end) + BETWEEN + more;
    }
}
