package io.redress.benchmarks.incidents;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A burst that people know of: complaints with a label between two instants, the second excluded. */
public record KnownBurst(String label, Instant from, Instant to) {

    boolean has(Seen seen) {
        return seen.label().equalsIgnoreCase(label)
                && !seen.at().isBefore(from)
                && seen.at().isBefore(to);
    }

    boolean explains(Episode episode) {
        return episode.burst().signature().nature().equalsIgnoreCase(label)
                && episode.from().isBefore(to)
                && episode.to().isAfter(from);
    }

    /** Reads {@code LABEL@FROM/TO}. */
    public static final class Converter implements ITypeConverter<KnownBurst> {
        @Override
        public KnownBurst convert(String text) {
            int at = text.lastIndexOf('@');
            int slash = text.lastIndexOf('/');
            try {
                return new KnownBurst(
                        text.substring(0, at),
                        Instant.parse(text.substring(at + 1, slash)),
                        Instant.parse(text.substring(slash + 1)));
            } catch (DateTimeException | StringIndexOutOfBoundsException e) {
                throw new TypeConversionException("expected LABEL@FROM/TO with two instants, but got " + text);
            }
        }
    }
}
