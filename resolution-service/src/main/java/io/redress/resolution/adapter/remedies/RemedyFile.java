package io.redress.resolution.adapter.remedies;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Remedies, one line of JSON each, in the order in which they were carried out; a line that is there is never changed. A
 * line that a crash has cut off was never confirmed and is removed. Used by one thread.
 */
final class RemedyFile implements AutoCloseable {
    static final String NAME = "remedies.ndjson";
    private static final int INDEXED_AT_ONCE = 10_000;
    private static final int FIRST_GUESS = 512;

    private final FileChannel file;
    private final RemedyIndex index;

    private RemedyFile(FileChannel file, RemedyIndex index) {
        this.file = file;
        this.index = index;
    }

    /** A remedy in the file, and the number of its first byte. */
    record Found(RemedyLine line, long position) {}

    /** Opens the file in a folder, which is made if need be, and reads what its index does not know yet. */
    static RemedyFile open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            RemedyFile opened = new RemedyFile(file, new RemedyIndex(folder.resolve("index")));
            opened.catchUp();
            return opened;
        } catch (IOException | RuntimeException unusable) {
            file.close();
            throw unusable;
        }
    }

    Optional<Found> find(String id) throws IOException {
        OptionalLong position = index.find(id);
        return position.isEmpty() ? Optional.empty() : Optional.of(read(position.getAsLong()));
    }

    /** Adds remedies that are not there yet; when it returns all are on the disk. The position of each, in order. */
    List<Found> append(List<RemedyLine> lines) throws IOException {
        long begin = file.size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, Long> positions = new LinkedHashMap<>();
        for (RemedyLine line : lines) {
            positions.put(line.id(), begin + bytes.size());
            bytes.writeBytes(line.json());
            bytes.write('\n');
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            for (long at = begin; buffer.hasRemaining(); ) {
                at += file.write(buffer, at);
            }
            file.force(false);
        } catch (IOException failed) {
            file.truncate(begin);
            throw failed;
        }
        index.add(positions, begin + bytes.size());
        return lines.stream()
                .map(line -> new Found(line, positions.getOrDefault(line.id(), begin)))
                .toList();
    }

    private Found read(long position) throws IOException {
        for (int length = FIRST_GUESS; ; length *= 2) {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            int read = file.read(buffer, position);
            for (int at = 0; at < read; at++) {
                if (buffer.get(at) == '\n') {
                    byte[] json = new byte[at];
                    buffer.get(0, json);
                    return new Found(RemedyLine.read(json), position);
                }
            }
            if (read < length) {
                throw new IOException("Expected a whole line at byte " + position + " of " + NAME);
            }
        }
    }

    private void catchUp() throws IOException {
        long known = Math.min(index.knownUpTo(), file.size());
        if (known < file.size()) {
            file.position(known);
            // Not closed: that would close the file.
            InputStream rest = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
            known = catchUp(rest, known);
            file.truncate(known);
        }
    }

    private long catchUp(InputStream rest, long from) throws IOException {
        Map<String, Long> found = new HashMap<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long begin = from;
        for (int next = rest.read(); next >= 0; next = rest.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            found.put(RemedyLine.read(line.toByteArray()).id(), begin);
            begin += line.size() + 1;
            line.reset();
            if (found.size() == INDEXED_AT_ONCE) {
                index.add(found, begin);
                found.clear();
            }
        }
        index.add(found, begin);
        return begin;
    }

    @Override
    public void close() throws IOException {
        index.close();
        file.close();
    }
}
