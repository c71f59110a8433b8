package io.redress.intake.domain.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases to be found in a text. A word that ends in {@code *} is a stem. */
final class Phrases {
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final List<List<String>> byFirstStem = new ArrayList<>();

    /** @param written entries separated by commas or line ends */
    Phrases(String written) {
        for (String entry : written.split("[,\\n]", -1)) {
            List<String> phrase = new ArrayList<>();
            for (String part : entry.strip().split("\\s+", -1)) {
                String stem = part.endsWith("*") ? "*" : "";
                Words.of(part).forEach(word -> phrase.add(word + stem));
            }
            if (!phrase.isEmpty()) {
                String first = phrase.getFirst();
                (first.endsWith("*") ? byFirstStem : byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()))
                        .add(phrase);
            }
        }
    }

    /** How often any of them stands in a text, counted up to {@code enough}. */
    int countIn(List<String> words, int enough) {
        int found = 0;
        for (int at = 0; at < words.size() && found < enough; at++) {
            found += startsAt(words, at) ? 1 : 0;
        }
        return found;
    }

    private boolean startsAt(List<String> words, int at) {
        for (List<String> phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
            if (stands(phrase, words, at)) {
                return true;
            }
        }
        for (List<String> phrase : byFirstStem) {
            if (stands(phrase, words, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(List<String> phrase, List<String> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            String word = words.get(at + i);
            boolean same =
                    wanted.endsWith("*") ? word.regionMatches(0, wanted, 0, wanted.length() - 1) : word.equals(wanted);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
