package io.redress.intake.adapter.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines in one file per day (UTC), each id once. It knows the ids of the last lines, also after a restart: those are the
 * only ones that can come again, because what was written is noted before much more is. Used by one thread.
 */
final class MessageFile {
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"\\\\]{1,300})\"");
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.ndjson");
    /** Read from the end at the start; more lines than can be underway, unless messages are uncommonly long. */
    private static final int TAIL_BYTES = 16 * 1024 * 1024;

    private final Path folder;
    private final Set<String> known;
    private @Nullable FileChannel channel;
    private @Nullable LocalDate day;
    private boolean lookedBack;

    /** @param remembered how many ids it knows */
    MessageFile(Path folder, int remembered) {
        this.folder = folder;
        this.known = Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > remembered;
            }
        });
    }

    /** A message as JSON without line breaks. */
    record Line(String id, byte[] json) {}

    Path folder() {
        return folder;
    }

    /** Writes those whose ids are not there yet; when it returns all are on the disk. */
    void append(List<Line> lines, Instant now) throws IOException {
        FileChannel open = open(LocalDate.ofInstant(now, ZoneOffset.UTC));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Boolean> added = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!known.contains(line.id()) && added.put(line.id(), true) == null) {
                bytes.writeBytes(line.json());
                bytes.write('\n');
            }
        }
        if (added.isEmpty()) {
            return;
        }
        long before = open.size();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                open.write(buffer);
            }
            open.force(false);
        } catch (IOException e) {
            open.truncate(before);
            throw e;
        }
        known.addAll(added.keySet());
    }

    private FileChannel open(LocalDate today) throws IOException {
        FileChannel present = channel;
        if (present != null && today.equals(day)) {
            return present;
        }
        close();
        Files.createDirectories(folder);
        if (!lookedBack) {
            lookBack();
            lookedBack = true;
        }
        FileChannel fresh = FileChannel.open(
                folder.resolve(today + ".ndjson"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        channel = fresh;
        day = today;
        return fresh;
    }

    /** The ids in the ends of the last two files, older one first. A line that a crash cut off was never confirmed. */
    private void lookBack() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
        for (Path file : files.subList(Math.max(0, files.size() - 2), files.size())) {
            byte[] tail = tail(file);
            int from = 0;
            for (int at = 0; at < tail.length; at++) {
                if (tail[at] == '\n') {
                    Matcher id = ID.matcher(new String(tail, from, Math.min(at - from, 400), UTF_8));
                    if (id.find()) {
                        known.add(id.group(1));
                    }
                    from = at + 1;
                }
            }
            cutOff(file, tail.length - from);
        }
    }

    private static byte[] tail(Path file) throws IOException {
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, reading.length());
            byte[] tail = new byte[length];
            reading.seek(reading.length() - length);
            reading.readFully(tail);
            return tail;
        }
    }

    private static void cutOff(Path file, int bytes) throws IOException {
        if (bytes > 0) {
            try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                open.truncate(open.size() - bytes);
            }
        }
    }

    void close() {
        FileChannel present = channel;
        channel = null;
        if (present != null) {
            try {
                present.close();
            } catch (IOException e) {
                // Everything in it is on the disk already.
                day = null;
            }
        }
    }
}
