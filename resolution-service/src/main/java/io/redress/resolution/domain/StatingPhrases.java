package io.redress.resolution.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that state something without a number: a day counted from today, and an admission that binds the company. They
 * are looked for without regard to case and accents, in all languages at once; what escapes them is read by a second
 * person where a statement cites no claim.
 */
final class StatingPhrases {
    /** The number that everybody in Europe may be told to call. */
    static final String EMERGENCY = "112";

    private static final Set<String> CALLING = Set.of(
            "call",
            "dial",
            "phone",
            "ring",
            "number",
            "chiama",
            "chiami",
            "chiamate",
            "chiamare",
            "numero",
            "suna",
            "sunati",
            "apelati",
            "numarul",
            "zadzwon",
            "zadzwonic",
            "dzwonic",
            "numer",
            "numerem");

    private static final Set<String> CURRENCY = Set.of(
            "eur", "euro", "euros", "€", "ron", "lei", "leu", "pln", "zl", "zlotych", "zlote", "usd", "$", "dollars",
            "gbp", "£", "chf", "%");

    private static final String FEW = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of";

    private static final List<String> DAYS = List.of(
            // English
            "today|tonight|tomorrow|yesterday",
            "(?:next|this|coming|following) (?:week|weekend|month|year|morning|afternoon|evening)",
            "(?:within|in|after) (?:" + FEW + ") (?:working |business )?(?:minute|hour|day|week|month|year)s?",
            // Italian
            "oggi|domani|dopodomani|stasera|stanotte|ieri",
            "(?:prossim[oa]|quest[oa]) (?:settimana|mese|anno)|(?:settimana|mese|anno) prossim[oa]",
            "(?:entro|tra|fra|in) (?:un|uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|pochi|poche)"
                    + " (?:minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])",
            // Romanian
            "azi|astazi|maine|poimaine|diseara",
            "(?:saptamana|luna|anul) (?:viitoare|viitor|urmatoare|urmator|aceasta|asta)",
            "(?:in|peste|dupa) (?:o|un|doua|doi|trei|patru|cinci|sase|sapte|opt|noua|zece|cateva|cativa)"
                    + " (?:minute?|or[ae]|zi|zile|saptaman[ai]|luna|luni|an|ani)",
            // Polish
            "dzis|dzisiaj|jutro|pojutrze|wczoraj",
            "(?:przyszl|nastepn|kolejn)\\p{L}+ (?:tydzien|tygodni\\p{L}*|miesiac\\p{L}*|rok\\p{L}*)",
            "za (?:tydzien|miesiac|rok|godzine)",
            "(?:w ciagu|za|po) \\p{L}+ (?:minut\\p{L}*|godzin\\p{L}*|dni|dniach|tygodni\\p{L}*|miesiac\\p{L}*|miesiecy)");

    private static final List<String> ADMISSIONS = List.of(
            // English
            "(?:our|my) (?:own )?(?:fault|mistake|error|failure|negligence)|at fault|to blame",
            "fault (?:is|was|lies) (?:ours|with us)|liable|liability|negligent|negligence",
            "(?:accept|take|bear|assume) (?:the |full |all )*responsibility|responsible for (?:this|the|your|it)",
            "we admit|compensat\\p{L}+",
            // Italian
            "(?:nostr[ao]|mi[ao]) (?:colpa|errore|mancanza|negligenza)|(?:colpa|errore) nostr[ao]|per colpa",
            "responsabilita|siamo responsabili|risarci\\p{L}+|indenni\\p{L}+|ammettiamo|negligent[ei]",
            // Romanian
            "vina noastra|din vina|vinovat\\p{L}*|(?:greseala|eroarea|neglijenta) noastra",
            "raspunderea|responsabilitate\\p{L}*|despagubi\\p{L}*|recunoastem",
            // Polish
            "nasz\\p{L}* (?:win\\p{L}+|blad|bled\\p{L}+|zaniedbani\\p{L}*)|z naszej winy|jestesmy winni",
            "odpowiedzialnosc\\p{L}*|odszkodowa\\p{L}+|rekompensa\\p{L}+|zadoscuczyni\\p{L}+|przyznajemy");

    private static final Pattern STATING = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + String.join("|", Stream.concat(DAYS.stream(), ADMISSIONS.stream()).toList())
            + ")(?![\\p{L}\\p{N}])");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    private StatingPhrases() {}

    /** What states something, in plain letters and in its order. */
    static List<String> in(String text) {
        return STATING.matcher(BLANKS.matcher(plain(text)).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    static boolean isCalling(String word) {
        return CALLING.contains(plain(word));
    }

    static boolean isCurrency(String word) {
        return CURRENCY.contains(plain(word));
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return ACCENTS.matcher(decomposed).replaceAll("").replace('ł', 'l');
    }
}
