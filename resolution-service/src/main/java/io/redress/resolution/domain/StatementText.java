package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent.Citation;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text with a place {@code {claim:<key>}} for every fact. A number, an amount or a date that stands in it by itself is
 * nobody's fact: it could contradict a claim, and nobody would be told when it changes.
 */
public final class StatementText {
    /** What people say without stating anything. */
    private static final String ALWAYS = "24/7";

    /** Months that are everyday words as well: to go, to walk, more. */
    private static final Set<String> EVERYDAY = Set.of("may", "march", "mai");

    private static final Set<String> DAYS_AND_MONTHS = daysAndMonths();
    private static final Pattern PLACE = Pattern.compile("\\{claim:([^{}]{1,100})}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern AROUND = Pattern.compile("^[\\p{P}&&[^%]]+|[\\p{P}&&[^%]]+$");

    private final String template;

    private StatementText(String template) {
        this.template = template;
    }

    /** A text as somebody has written it. */
    public static StatementText of(String template) {
        return new StatementText(template);
    }

    /**
     * A sentence for everything that needs a claim and has none; empty where there is nothing.
     *
     * @param known what may be named besides, such as the number of the case
     */
    public List<String> freeFacts(Set<String> known) {
        String rest = PLACE.matcher(template).replaceAll(" ");
        List<String> words = Arrays.stream(BLANKS.split(rest))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .toList();
        Stream<String> bare = IntStream.range(0, words.size())
                .filter(i -> isFact(words.get(i)) && !known.contains(words.get(i)) && !isPhrase(words, i))
                .mapToObj(words::get);
        Stream<String> facts = Stream.concat(bare, StatingPhrases.in(rest).stream())
                .map(word -> "Expected a claim for " + word + ", but it stands in the text by itself.");
        Stream<String> braces = rest.contains("{") || rest.contains("}")
                ? Stream.of("Expected places such as {claim:delivery.date}, but a brace belongs to none.")
                : Stream.empty();
        return Stream.concat(facts, braces).distinct().toList();
    }

    /** The keys that it needs, in their normal form and order. */
    public List<String> keys() {
        return PLACE.matcher(template)
                .results()
                .map(place -> PlainFact.key(place.group(1)))
                .distinct()
                .toList();
    }

    /** What it rests on as long as all of it is live. */
    List<Citation> cited(Claims claims) {
        return keys().stream()
                .map(claims::live)
                .flatMap(Optional::stream)
                .map(it -> new Citation(it.claimId(), it.key(), it.value()))
                .toList();
    }

    /** With the values in their places; what a value looks like is never read as a place. */
    String filled(List<Citation> cites) {
        Map<String, Citation> byKey = cites.stream().collect(Collectors.toMap(Citation::key, Function.identity()));
        return PLACE.matcher(template).replaceAll(place -> {
            Citation cited = byKey.get(PlainFact.key(place.group(1)));
            return Matcher.quoteReplacement(cited == null ? place.group() : cited.value());
        });
    }

    private static boolean isPhrase(List<String> words, int at) {
        return words.get(at).equals(ALWAYS)
                || words.get(at).equals(StatingPhrases.EMERGENCY)
                        && at > 0
                        && StatingPhrases.isCalling(words.get(at - 1))
                        && (at + 1 == words.size() || !StatingPhrases.isCurrency(words.get(at + 1)));
    }

    private static boolean isFact(String word) {
        return word.codePoints().anyMatch(StatementText::isNumeral)
                || DAYS_AND_MONTHS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumeral(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static Set<String> daysAndMonths() {
        return Stream.of("en", "ro", "it", "pl")
                .map(Locale::forLanguageTag)
                .flatMap(locale -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)
                        .flatMap(style -> Stream.concat(
                                Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)),
                                Arrays.stream(Month.values()).map(month -> month.getDisplayName(style, locale)))))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !EVERYDAY.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
