package io.redress.chassis.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a customer's words what finds the person and no department needs to solve the problem: e-mail and web
 * addresses, telephone, account and card numbers, and the name that somebody signs with or gives as theirs. What is left
 * is theirs word for word. Numbers of orders, invoices and parcels stay, since the work is about them; so do amounts and
 * dates.
 */
public final class Redaction {
    private static final String EMAIL = "[e-mail]";
    private static final String ACCOUNT = "[account]";
    private static final String NUMBER = "[number]";
    private static final String NAME = "[name]";
    private static final int MOST_TELEPHONE = 15;
    private static final int LEAST_CARD = 13;
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}.*|[0-9]{1,2}[-./ ]{1,2}[0-9]{1,2}[-./ ]{1,2}(?:19|20)[0-9]{2}.*");

    /** No part of a pattern can match in two ways, so that each looks at a text about once. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+");

    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}#/-])\\+?\\(?[0-9](?:[ ()./-]{0,2}[0-9]){8,19}(?![\\p{L}\\p{N}])");

    /** "My name is Ana Pop", in the four languages. */
    private static final Pattern GIVEN_NAME = Pattern.compile(
            "(?<=\\b(?iu:my name is|mi chiamo|il mio nome è|mă numesc|ma numesc|numele meu este|nazywam się|nazywam sie|mam na imię) )"
                    + "\\p{Lu}[\\p{L}'-]{1,30}(?: \\p{Lu}[\\p{L}'-]{1,30}){0,3}");

    /** A greeting at the end and what follows it. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?m)^(\\h*(?:best regards|kind regards|regards|yours sincerely|sincerely|cordiali saluti|distinti saluti|saluti"
                    + "|cu stimă|cu stima|cu respect|toate cele bune|z poważaniem|z powazaniem|pozdrawiam)\\h*[,.!]?\\h*\\R*\\h*)"
                    + "(\\p{L}[\\p{L}'.-]{0,30}(?:\\h\\p{L}[\\p{L}'.-]{0,30}){0,3})\\h*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Redaction() {}

    /**
     * The same words without them; what was not blank stays so.
     *
     * @param most characters (code points) that are left; what is beyond is cut off
     */
    public static String of(String words, int most) {
        String without = ADDRESS.matcher(words).replaceAll(Matcher.quoteReplacement(EMAIL));
        without = IBAN.matcher(without)
                .replaceAll(it -> Matcher.quoteReplacement(isAccount(it.group()) ? ACCOUNT : it.group()));
        without = DIGITS.matcher(without).replaceAll(it -> Matcher.quoteReplacement(number(it.group())));
        without = GIVEN_NAME.matcher(without).replaceAll(Matcher.quoteReplacement(NAME));
        without = SIGNATURE.matcher(without).replaceAll("$1" + Matcher.quoteReplacement(NAME));
        return cut(without, most);
    }

    /** Cut only after everything was taken out: half an address would not be known as one. */
    static String cut(String without, int most) {
        return without.codePointCount(0, without.length()) <= most
                ? without
                : without.substring(0, without.offsetByCodePoints(0, most));
    }

    /** Bare digits are an order's or a parcel's, unless they begin as telephones do or add up as cards do. */
    private static String number(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        if (DATE.matcher(written).matches()) {
            return written;
        }
        boolean grouped = digits.length() < written.length();
        boolean telephone = digits.length() <= MOST_TELEPHONE && (grouped || digits.startsWith("0"));
        return telephone || isCard(digits) ? NUMBER : written;
    }

    /** The check digits of ISO 13616: without them a serial number would be an account. */
    private static boolean isAccount(String written) {
        String iban = written.replace(" ", "");
        int rest = 0;
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.getNumericValue(c);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** The check digit after Luhn. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return digits.length() >= LEAST_CARD && sum % 10 == 0;
    }
}
