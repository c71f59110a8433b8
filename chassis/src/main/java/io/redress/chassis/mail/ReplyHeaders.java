package io.redress.chassis.mail;

import java.util.List;

/** The block that some mail programs put over a reply they do not quote: from, sent, to, subject. */
final class ReplyHeaders {
    private static final int LINES = 6;
    private static final int ENOUGH = 2;

    /** How the block begins, and what else is in it. */
    private record Labels(String from, List<String> others) {}

    private static final List<Labels> LANGUAGES = List.of(
            new Labels("from:", List.of("sent:", "date:", "to:", "cc:", "subject:")),
            new Labels("da:", List.of("inviato:", "data:", "a:", "cc:", "oggetto:")),
            new Labels("de la:", List.of("trimis:", "data:", "către:", "catre:", "cc:", "subiect:")),
            new Labels("od:", List.of("wysłano:", "data:", "do:", "dw:", "temat:")));

    private ReplyHeaders() {}

    /** Whether such a block begins at this line. */
    static boolean beginAt(List<Line> lines, int at) {
        for (Labels labels : LANGUAGES) {
            if (lines.get(at).words().startsWith(labels.from()) && others(lines, at + 1, labels) >= ENOUGH) {
                return true;
            }
        }
        return false;
    }

    private static int others(List<Line> lines, int from, Labels labels) {
        int found = 0;
        for (int i = from;
                i < Math.min(lines.size(), from + LINES) && !lines.get(i).isBlank();
                i++) {
            if (labels.others().stream().anyMatch(lines.get(i).words()::startsWith)) {
                found++;
            }
        }
        return found;
    }
}
