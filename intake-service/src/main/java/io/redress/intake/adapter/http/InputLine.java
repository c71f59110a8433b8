package io.redress.intake.adapter.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/**
 * A line of a stream of any length.
 *
 * @param number counted from 1
 * @param content without the line break; empty where the line is longer than {@link #MAX_BYTES}, see {@code tooLong}
 */
record InputLine(long number, byte[] content, boolean tooLong) {
    /** The longest line that is taken. */
    static final int MAX_BYTES = 64 * 1024;

    /**
     * Cuts a stream into lines, and reads no further than its lines are asked for. Holds one line and one piece of the
     * stream at most, however long both are. Blank lines are left out.
     */
    static Flux<InputLine> of(Flux<DataBuffer> stream) {
        return Flux.defer(() -> {
            Cutter cutter = new Cutter();
            return stream.concatMapIterable(cutter::cut, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(cutter.end())));
        });
    }

    /** Used by one subscriber. */
    private static final class Cutter {
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private boolean tooLong;
        private long number;

        List<InputLine> cut(DataBuffer piece) {
            byte[] bytes = new byte[piece.readableByteCount()];
            piece.read(bytes);
            DataBufferUtils.release(piece);
            List<InputLine> lines = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    keep(bytes, start, i);
                    finish(lines);
                    start = i + 1;
                }
            }
            keep(bytes, start, bytes.length);
            return lines;
        }

        List<InputLine> end() {
            List<InputLine> last = new ArrayList<>(1);
            finish(last);
            return last;
        }

        private void keep(byte[] bytes, int start, int end) {
            if (tooLong || begun.size() + end - start > MAX_BYTES) {
                tooLong = true;
                begun.reset();
            } else {
                begun.write(bytes, start, end - start);
            }
        }

        private void finish(List<InputLine> lines) {
            number++;
            byte[] line = begun.toByteArray();
            if (tooLong || !isBlank(line)) {
                lines.add(new InputLine(number, line, tooLong));
            }
            begun.reset();
            tooLong = false;
        }

        private static boolean isBlank(byte[] line) {
            for (byte b : line) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputLine line
                && number == line.number
                && tooLong == line.tooLong
                && Arrays.equals(content, line.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content) + Long.hashCode(number);
    }
}
