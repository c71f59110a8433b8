package io.redress.intake.domain.diagnosis;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns how much a text says for the leading nature into how often that comes true. Rising straight lines, one for each
 * kind of nature, because kind words are often meant bitterly and angry ones often have a reason that is not seen.
 */
final class Calibration {

    private record Line(double base, double slope) {}

    private final Map<Nature.Kind, Line> lines;

    private Calibration(Map<Nature.Kind, Line> lines) {
        this.lines = lines;
    }

    static Calibration read(YamlFields fields) {
        var lines = new EnumMap<Nature.Kind, Line>(Nature.Kind.class);
        for (var kind : Nature.Kind.values()) {
            var line = fields.part(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            lines.put(kind, new Line(line.number("base", 0, 1), line.number("slope", 0, 1)));
            line.expectNothingElse();
        }
        fields.expectNothingElse();
        return new Calibration(lines);
    }

    /**
     * The share of texts for which it comes true.
     *
     * @param said what the phrases say for it and nothing else, 0 to 1
     */
    double confidence(Nature.Kind kind, double said) {
        var line = lines.getOrDefault(kind, new Line(0, 1));
        return Math.clamp(Math.round((line.base + line.slope * said) * 100) / 100.0, 0, 1);
    }
}
