package io.redress.department.application.forms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The word with which people begin what they write about a request. Every language is understood everywhere. */
public enum ReplyWord {
    ANSWER(Map.of("en", "answer", "it", "risposta", "ro", "răspuns", "pl", "odpowiedź")),
    /** It was tried and cannot be done. */
    IMPOSSIBLE(Map.of("en", "impossible", "it", "impossibile", "ro", "imposibil", "pl", "niemożliwe")),
    QUESTION(Map.of("en", "question", "it", "domanda", "ro", "întrebare", "pl", "pytanie")),
    PROGRESS(Map.of("en", "progress", "it", "avanzamento", "ro", "stadiu", "pl", "postęp")),
    ACCEPT(Map.of("en", "accept", "it", "accetto", "ro", "accept", "pl", "przyjmuję")),
    /** The right owner follows in the same line. */
    DECLINE(Map.of("en", "decline", "it", "rifiuto", "ro", "refuz", "pl", "odmowa"));

    private final Map<String, String> byLanguage;

    ReplyWord(Map<String, String> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** The word in a language of the forms. */
    public String in(String language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    /** All words in a language. */
    public static List<String> all(String language) {
        return Arrays.stream(values()).map(it -> it.in(language)).toList();
    }

    /** The word that this is, in whatever language and with or without its accents. */
    public static Optional<ReplyWord> of(String word) {
        String plain = plain(word);
        return Arrays.stream(values())
                .filter(it -> it.byLanguage.values().stream()
                        .anyMatch(own -> plain(own).equals(plain)))
                .findFirst();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }
}
