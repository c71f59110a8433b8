package io.redress.analytics.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.chassis.http.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A part of a journey as JSON, put together from entries that are JSON already. */
final class JourneyPage {
    private JourneyPage() {}

    /** @param next where the following page begins; 0 where there is none */
    static byte[] json(String caseId, List<byte[]> entries, long next) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(("{\"caseId\":\"" + caseId + "\",\"entries\":[").getBytes(UTF_8));
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                page.write(',');
            }
            page.writeBytes(entries.get(i));
        }
        page.writeBytes((next == 0 ? "]}" : "],\"next\":\"" + next + "\"}").getBytes(UTF_8));
        return page.toByteArray();
    }

    /**
     * The number that a cursor, or the id of a server-sent event, stands for.
     *
     * @throws Refusal 400 where it is none
     */
    static long number(String cursor, String name) {
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Refusal.unreadable("Expected " + name + " to be what a former answer gave, but it is not.");
        }
        return Long.parseLong(cursor);
    }
}
