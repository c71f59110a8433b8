package io.redress.intake.domain.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases to be found in a text. A word that ends in {@code *} is a stem; {@code #} is any number. */
final class Phrases {
    private static final String NUMBER = "#";

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final List<List<String>> byFirstStem = new ArrayList<>();

    /** @param written entries separated by commas or line ends */
    Phrases(String written) {
        for (String entry : written.split("[,\\n]", -1)) {
            List<String> phrase = new ArrayList<>();
            for (String part : entry.strip().split("\\s+", -1)) {
                String stem = part.endsWith("*") ? "*" : "";
                (part.equals(NUMBER) ? List.of(NUMBER) : Words.of(part)).forEach(word -> phrase.add(word + stem));
            }
            if (!phrase.isEmpty()) {
                String first = phrase.getFirst();
                (first.endsWith("*") || first.equals(NUMBER)
                                ? byFirstStem
                                : byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()))
                        .add(phrase);
            }
        }
    }

    /** How often any of them stands in a text, counted up to {@code enough}. */
    int countIn(List<String> words, int enough) {
        int found = 0;
        for (int at = 0; at < words.size() && found < enough; at++) {
            found += lengthAt(words, at) > 0 ? 1 : 0;
        }
        return found;
    }

    /** How many words the longest of them takes that begins at a word; 0 where none does. */
    int lengthAt(List<String> words, int at) {
        int byWord = longest(byFirstWord.getOrDefault(words.get(at), List.of()), words, at);
        return Math.max(byWord, longest(byFirstStem, words, at));
    }

    private static int longest(List<List<String>> phrases, List<String> words, int at) {
        int longest = 0;
        for (List<String> phrase : phrases) {
            if (phrase.size() > longest && stands(phrase, words, at)) {
                longest = phrase.size();
            }
        }
        return longest;
    }

    private static boolean stands(List<String> phrase, List<String> words, int at) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!fits(phrase.get(i), words.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String wanted, String word) {
        if (wanted.equals(NUMBER)) {
            return Character.isDigit(word.charAt(0));
        }
        return wanted.endsWith("*") ? word.regionMatches(0, wanted, 0, wanted.length() - 1) : word.equals(wanted);
    }
}
