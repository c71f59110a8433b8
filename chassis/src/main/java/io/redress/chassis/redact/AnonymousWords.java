package io.redress.chassis.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for people who need not know whom they are about say less than {@link Redaction} leaves: beside what that takes
 * out, numbers of orders, accounts and contracts, the customer's reference, links, and names where the words around them
 * give them away. What a product or a lot is called stays, since that is what the words are about. In doubt more is taken
 * out than needed; a name that nothing announces is not found.
 */
public final class AnonymousWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String WORD_START = "(?<![\\p{L}\\p{N}])";
    /** One to three words in title case. */
    private static final String NAME = "((?-i:\\p{Lu}[\\p{L}'’-]*+(?: \\p{Lu}[\\p{L}'’-]*+){0,2}))";

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("https?://\\S{1,2000}+", FLAGS), "[link]"),
            // IBAN, with or without its spaces.
            new Rule(
                    Pattern.compile(
                            WORD_START
                                    + "[a-z]{2}\\d{2}(?:[a-z0-9]{11,30}+|(?: [a-z]{4})?(?: \\d{4}){2,7}(?: \\d{1,3})?)"
                                    + "(?![\\p{L}\\p{N}])",
                            FLAGS),
                    "[number]"),
            // Whatever is called a number of the customer's: order, account, contract, invoice, card, phone.
            new Rule(
                    Pattern.compile(
                            WORD_START
                                    + "(order|account|contract|invoice|card|customer|phone|tel"
                                    + "|comanda|comenzii|cont|contul|contului|contractul|factura|cardul|client|telefon"
                                    + "|zamówienie|zamówienia|konto|konta|umowa|umowy|faktura|faktury|karta|karty|klient"
                                    + "|ordine|conto|contratto|fattura|carta|cliente|telefono)"
                                    + "((?:[ .:]{1,2}(?:no|nr|num|number|numărul|numer|numero|n|is|este|to|è)){0,2}[ .:#º°]{1,4})"
                                    + "(?=[\\p{L}\\d/-]{0,20}\\d)[\\p{L}\\d/-]{3,40}+",
                            FLAGS),
                    "$1$2[number]"),
            // Eight digits or more, however they are grouped: phones and cards.
            new Rule(Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){7,30}"), "[number]"),
            new Rule(
                    Pattern.compile(
                            WORD_START
                                    + "(mrs?|ms|miss|dr|prof|sir|madam|dl|dna|dra|domnul|doamna|domnişoara|domnișoara"
                                    + "|pan|pana|panu|panem|pani|panią|sig|signor|signora|signore|dott|dottor|dottoressa)"
                                    + "(\\.? )" + NAME,
                            FLAGS),
                    "$1$2[name]"),
            new Rule(
                    Pattern.compile(
                            WORD_START
                                    + "(my name is|i am called|mă numesc|ma numesc|numele meu este"
                                    + "|nazywam się|nazywam sie|mam na imię|mi chiamo|il mio nome è|called|named|numit|numită"
                                    + "|customer|clientul|clienta|klient|klientka|klienta|cliente)"
                                    + "( )" + NAME,
                            FLAGS),
                    "$1$2[name]"));

    private AnonymousWords() {}

    /**
     * The same words without them.
     *
     * @param reference the company's own number of the customer
     * @param most characters (code points) that are left; what is beyond is cut off
     */
    public static String of(String text, String reference, int most) {
        String redacted = Pattern.compile(Pattern.quote(reference), FLAGS)
                .matcher(Redaction.of(text, Integer.MAX_VALUE))
                .replaceAll(Matcher.quoteReplacement("[customer]"));
        for (Rule rule : RULES) {
            redacted = rule.pattern().matcher(redacted).replaceAll(rule.instead());
        }
        return Redaction.cut(redacted, most);
    }

    private record Rule(Pattern pattern, String instead) {}
}
