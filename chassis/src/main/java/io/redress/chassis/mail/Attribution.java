package io.redress.chassis.mail;

import java.util.List;

/**
 * The sentence with which a mail program introduces a quoted reply: "On Monday, 2 March 2026 at 15:04, Redress wrote:".
 * It may be wrapped over up to three lines. Somebody who writes "yesterday you wrote:" gives neither a time nor an
 * address, and is taken at his word.
 */
final class Attribution {
    private static final int MOST_LINES = 3;
    private static final List<String> ENDINGS = List.of(
            "wrote:",
            "ha scritto:",
            "a scris:",
            "a scris următoarele:",
            "napisał(a):",
            "napisał:",
            "napisała:",
            "napisał/a:",
            "pisze:");

    private Attribution() {}

    /** Whether the line is part of such a sentence. */
    static boolean covers(List<Line> lines, int at) {
        int end = Math.min(lines.size(), at + MOST_LINES);
        for (int last = at; last < end && !lines.get(last).isBlank(); last++) {
            if (isEnding(lines.get(last))) {
                return at >= firstLine(lines, last);
            }
        }
        return false;
    }

    /** Whether a reply follows whose lines are not marked as quoted, so that nothing tells where it ends. */
    static boolean introducesUnmarkedReply(List<Line> lines, int at) {
        if (!isEnding(lines.get(at)) || firstLine(lines, at) > at) {
            return false;
        }
        int next = at + 1;
        while (next < lines.size() && next <= at + MOST_LINES && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && !lines.get(next).isQuoted();
    }

    /** The first line of the sentence that ends here; the one behind it where it is no such sentence. */
    private static int firstLine(List<Line> lines, int last) {
        for (int first = last; first >= 0 && first > last - MOST_LINES; first--) {
            Line line = lines.get(first);
            if (line.isBlank() || line.isQuoted()) {
                break;
            }
            if (hasTime(line.words()) || line.words().indexOf('@') >= 0 && hasDigit(line.words())) {
                return first;
            }
        }
        return last + 1;
    }

    private static boolean isEnding(Line line) {
        return ENDINGS.stream().anyMatch(line.words()::endsWith);
    }

    /** A time or a date in figures. */
    private static boolean hasTime(String words) {
        for (int i = 1; i < words.length() - 2; i++) {
            char c = words.charAt(i);
            if ((c == ':' || c == '.' || c == '-' || c == '/')
                    && isDigit(words.charAt(i - 1))
                    && isDigit(words.charAt(i + 1))
                    && isDigit(words.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String words) {
        return words.chars().anyMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
