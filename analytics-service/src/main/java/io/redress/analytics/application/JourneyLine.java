package io.redress.analytics.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.analytics.domain.JourneyEntry;
import io.redress.chassis.store.LogEntry;
import java.io.ByteArrayOutputStream;

/**
 * An entry as JSON. The event inside is taken over byte by byte: it is checked where it comes in, and this service sees
 * every event of every stage, so writing it anew would be most of its work.
 */
public final class JourneyLine {
    private static final byte[] END = "}".getBytes(UTF_8);

    private JourneyLine() {}

    /** As it is kept; its number in the journey is not known yet. */
    static byte[] kept(JourneyEntry entry) {
        // Streams and types are our own names, without anything that JSON would have to escape.
        byte[] start = ("{\"time\":\"" + entry.time() + "\",\"stream\":\"" + entry.stream() + "\",\"type\":\""
                        + entry.type() + "\",\"seq\":" + entry.seq() + ",\"data\":")
                .getBytes(UTF_8);
        return joined(start, 0, entry.data(), END);
    }

    /** As it is shown, with its number in front. */
    public static byte[] shown(LogEntry kept) {
        byte[] number = ("{\"number\":" + kept.number() + ",").getBytes(UTF_8);
        return joined(number, 1, kept.content(), new byte[0]);
    }

    private static byte[] joined(byte[] start, int skipped, byte[] content, byte[] end) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(start.length + content.length + end.length);
        line.writeBytes(start);
        line.write(content, skipped, content.length - skipped);
        line.writeBytes(end);
        return line.toByteArray();
    }
}
