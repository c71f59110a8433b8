package io.redress.chassis.mail;

import java.util.List;

/**
 * Tells the sender's own words in an e-mail from what only came along: quoted replies, what introduces them, the
 * headers that mail programs put over a reply, and the signature. What is not own is blanked and not cut out, so that a
 * place in the result is the same place in the verbatim text. Takes time in proportion to the length, whatever the text.
 */
public final class OwnWords {
    private static final char BLANK = ' ';

    private OwnWords() {}

    /** The text with all that is not own blanked; the text as it is where nothing would remain. */
    public static String of(String mail) {
        List<Line> lines = Line.of(mail);
        StringBuilder own = new StringBuilder(mail);
        boolean anything = false;
        boolean rest = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            rest = rest || endsOwnWords(lines, i);
            if (rest || line.isQuoted() || line.isDeviceNote() || Attribution.covers(lines, i)) {
                blank(own, line);
            } else {
                anything = anything || line.hasWords();
            }
        }
        return anything ? own.toString() : mail;
    }

    /** From here on the message is not the sender's, however it goes on. */
    private static boolean endsOwnWords(List<Line> lines, int at) {
        Line line = lines.get(at);
        return line.isSignatureMark()
                || line.isReplyMark()
                || ReplyHeaders.beginAt(lines, at)
                || Attribution.introducesUnmarkedReply(lines, at);
    }

    private static void blank(StringBuilder own, Line line) {
        for (int i = line.start(); i < line.end(); i++) {
            own.setCharAt(i, BLANK);
        }
    }
}
