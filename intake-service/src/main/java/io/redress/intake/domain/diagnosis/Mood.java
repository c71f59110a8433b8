package io.redress.intake.domain.diagnosis;

import java.util.List;

/** The customer's mood, read from words that show feelings, from capitals and from exclamation marks. */
final class Mood {

    private static final double SHOUTING = 0.2;
    private static final int EXCLAMATIONS_THAT_COUNT = 5;

    private Mood() {}

    /** From -1 (furious) to 1 (content); 0 when the text shows nothing. */
    static double of(String text, List<PhraseTrie.Hit> feelings) {
        double sum = 0;
        for (var hit : feelings) {
            sum += ((Sign.Feeling) hit.sign()).strength();
        }
        double loudness = loudness(text);
        // Loud praise is happier, anything else loud is angrier.
        double mood = Math.tanh(sum + (sum > 0 ? loudness : -loudness));
        return Math.round(mood * 100) / 100.0;
    }

    private static double loudness(String text) {
        int upper = 0;
        int lower = 0;
        int exclamations = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
            exclamations += c == '!' ? 1 : 0;
        }
        boolean shouted = upper >= 12 && upper > lower;
        double marks = Math.min(exclamations, EXCLAMATIONS_THAT_COUNT) / (double) EXCLAMATIONS_THAT_COUNT;
        return (shouted ? SHOUTING : 0) + SHOUTING * marks;
    }
}
