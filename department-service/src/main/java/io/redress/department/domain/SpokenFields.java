package io.redress.department.domain;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, days and amounts that a customer has named, such as "invoice no. INV-77". Only what stands right behind the
 * name of the field counts, and only where it is the same each time: to ask once more is better than to be wrong.
 */
final class SpokenFields {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** "No.", ":", "#" between the name and the value. */
    private static final String BETWEEN =
            "(?:[ .:#º°]{1,3}(?:no|nr|n|num|number|numero|numărul|numer)\\b)?[ .:#º°]{1,3}";

    private static final String NUMBER =
            "((?=[\\p{L}0-9/-]{0,39}[0-9])[\\p{L}0-9][\\p{L}0-9/-]{2,38}[\\p{L}0-9])(?![\\p{L}0-9]|[.,][0-9])";
    private static final String DATE = "([0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4})(?![0-9])";
    private static final String AMOUNT =
            "([0-9]{1,9}(?:[.,][0-9]{2})? ?[A-Z]{3}|[A-Z]{3} ?[0-9]{1,9}(?:[.,][0-9]{2})?)(?![\\p{L}0-9])";

    /** What looks like a number and is a year, a day or an amount. */
    private static final Pattern NO_NUMBER = Pattern.compile(
            "(?:19|20)[0-9]{2}|[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}|[0-9]+(?:EUR|USD|GBP|CHF|RON|PLN|lei)", FLAGS);

    private static final Pattern MONEY = Pattern.compile("\\s?(?:EUR|USD|GBP|CHF|RON|PLN|lei|zł|€|\\$|£).*", FLAGS);

    private SpokenFields() {}

    /** The value in the form of the field; null where the words do not say it, or say it in two ways. */
    static @Nullable String in(String words, ContractField field) {
        String form = form(field);
        if (form == null || words.isEmpty()) {
            return null;
        }
        String names = field.allNames().stream()
                .map(it -> List.of(it.split(" ")).stream().map(Pattern::quote).collect(Collectors.joining("[ _-]")))
                .collect(Collectors.joining("|"));
        List<String> said = Pattern.compile("(?<![\\p{L}0-9])(?:" + names + ")" + BETWEEN + form, FLAGS)
                .matcher(words)
                .results()
                .filter(it -> field.form() != ContractField.Form.NUMBER || isNumber(it, words))
                .map(it -> field.converted(it.group(1)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst() : null;
    }

    private static boolean isNumber(MatchResult found, String words) {
        String after = words.substring(found.end(), Math.min(words.length(), found.end() + 4));
        return !NO_NUMBER.matcher(found.group(1)).matches()
                && !MONEY.matcher(after).matches();
    }

    private static @Nullable String form(ContractField field) {
        return switch (field.form()) {
            // Where a text ends, nobody can tell.
            case TEXT -> null;
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case AMOUNT -> AMOUNT;
        };
    }
}
