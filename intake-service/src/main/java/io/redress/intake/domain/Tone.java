package io.redress.intake.domain;

import java.util.List;
import java.util.Locale;

/** From empathy to firmness, one scale for every message (R21). Firm is still polite; it is never cold. */
public enum Tone {
    VERY_EMPATHETIC,
    EMPATHETIC,
    NEUTRAL,
    FIRM,
    VERY_FIRM;

    /** The whole scale. */
    public static final List<Tone> SCALE = List.of(values());

    /** The least that a kind must have where the tone makes a difference. */
    public static final List<Tone> COARSE = List.of(EMPATHETIC, NEUTRAL, FIRM);

    /** The place on the scale, from 1 (very empathetic) to 5 (very firm). */
    public int degree() {
        return ordinal() + 1;
    }

    /** The name on the wire and in the templates, for example {@code very-firm}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One step towards the middle, which stays where it is. */
    public Tone milder() {
        return switch (this) {
            case VERY_EMPATHETIC -> EMPATHETIC;
            case EMPATHETIC, NEUTRAL, FIRM -> NEUTRAL;
            case VERY_FIRM -> FIRM;
        };
    }
}
