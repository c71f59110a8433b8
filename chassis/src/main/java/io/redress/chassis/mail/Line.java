package io.redress.chassis.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of an e-mail.
 *
 * @param start of its first character in the message
 * @param end behind its last character, the line break not included
 * @param words what it says in lower case, without blanks and asterisks around it; only the beginning of a long line
 */
record Line(int start, int end, String words) {
    /** No line that means anything to a mail program is longer. */
    private static final int LOOKED_AT = 400;

    private static final List<String> REPLY_MARKS = List.of(
            "-----original message-----",
            "-----messaggio originale-----",
            "-----mesaj original-----",
            "-----mesajul original-----",
            "-----oryginalna wiadomość-----",
            "-----wiadomość oryginalna-----",
            "--- original message ---",
            "________________________________");

    private static final List<String> DEVICE_NOTES = List.of(
            "sent from my ",
            "get outlook for ",
            "inviato da iphone",
            "inviato da ipad",
            "inviato dal mio ",
            "scarica outlook per ",
            "trimis de pe ",
            "trimis din ",
            "wysłane z ",
            "wysłano z ",
            "pobierz outlook");

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Line(start, end, words(text, start, end)));
            start = end + 1;
        }
        return lines;
    }

    private static String words(String text, int start, int end) {
        String looked = text.substring(start, Math.min(end, start + LOOKED_AT)).strip();
        boolean bold = looked.startsWith("*");
        return (bold ? looked.replace("*", "").strip() : looked).toLowerCase(Locale.ROOT);
    }

    boolean isBlank() {
        return words.isEmpty();
    }

    boolean isQuoted() {
        return words.startsWith(">");
    }

    boolean isSignatureMark() {
        return words.equals("--");
    }

    boolean isReplyMark() {
        return REPLY_MARKS.contains(words);
    }

    boolean isDeviceNote() {
        return DEVICE_NOTES.stream().anyMatch(words::startsWith);
    }

    boolean hasWords() {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
