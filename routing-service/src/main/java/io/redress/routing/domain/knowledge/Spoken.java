package io.redress.routing.domain.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is compared: case, accents, spaces and hyphens do not matter, so {@code EX-300}, {@code ex 300} and
 * {@code Ex300} are one name. Names are whole words: {@code 300} is not in {@code 3001}.
 */
final class Spoken {
    /** A name of more parts is a sentence. */
    static final int MOST_PARTS = 6;

    private static final int FEWEST_CHARACTERS = 3;
    private static final int MOST_CHARACTERS = 100;
    /** Between what cannot be one name. */
    private static final String END = "|";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Between parts of a name that may as well be written together. */
    private static final Pattern SOFT = Pattern.compile("[\\s\\p{Pd}_]{1,3}");
    /** Between parts of a name that belong together only with this between them. */
    private static final Pattern JOINING = Pattern.compile("[./+&#]");

    /** Letters that have no accent but are written without one where there is none on the keyboard. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ł', "l", (int) 'đ', "d", (int) 'ø', "o", (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe",
            (int) 'ı', "i", (int) 'þ', "th", (int) 'ð', "d");

    private final List<String> tokens;
    private final Set<String> names;
    private final String sentence;

    private Spoken(List<String> tokens, Set<String> names) {
        this.tokens = tokens;
        this.names = names;
        this.sentence = " " + String.join(" ", tokens) + " ";
    }

    static Spoken of(String text) {
        List<String> tokens = new ArrayList<>();
        List<String> joints = new ArrayList<>();
        split(folded(text), tokens, joints);
        Set<String> names = new HashSet<>();
        for (int from = 0; from < tokens.size(); from++) {
            StringBuilder name = new StringBuilder();
            for (int at = from; at < Math.min(tokens.size(), from + MOST_PARTS); at++) {
                if (at > from && joints.get(at).equals(END)) {
                    break;
                }
                name.append(at > from ? joints.get(at) : "").append(tokens.get(at));
                if (name.length() > MOST_CHARACTERS) {
                    break;
                }
                names.add(name.toString());
            }
        }
        return new Spoken(tokens, names);
    }

    /** How a name is compared; null where it would never be found in any text. */
    static @Nullable String name(String written) {
        List<String> tokens = new ArrayList<>();
        List<String> joints = new ArrayList<>();
        split(folded(written), tokens, joints);
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            if (at > 0 && joints.get(at).equals(END)) {
                return null;
            }
            name.append(at > 0 ? joints.get(at) : "").append(tokens.get(at));
        }
        boolean fits =
                tokens.size() <= MOST_PARTS && name.length() >= FEWEST_CHARACTERS && name.length() <= MOST_CHARACTERS;
        return fits ? name.toString() : null;
    }

    /** How a phrase is compared; empty where there is no word in it. */
    static String phrase(String written) {
        List<String> tokens = new ArrayList<>();
        split(folded(written), tokens, new ArrayList<>());
        return String.join(" ", tokens);
    }

    /** Whatever in this text may be a name. */
    Set<String> names() {
        return names;
    }

    Set<String> words() {
        return new HashSet<>(tokens);
    }

    boolean says(String phrase) {
        return sentence.contains(" " + phrase + " ");
    }

    /** What a gap adds to a name that goes on after it; {@link #END} where none does. */
    private static String joint(String gap) {
        return SOFT.matcher(gap).matches() ? "" : JOINING.matcher(gap).matches() ? gap : END;
    }

    /** @param joints what joins each token to the one before it; the first means nothing */
    private static void split(String folded, List<String> tokens, List<String> joints) {
        int at = 0;
        while (at < folded.length()) {
            int start = at;
            while (start < folded.length() && !isPart(folded, start)) {
                start++;
            }
            int end = start;
            while (end < folded.length() && isPart(folded, end)) {
                end++;
            }
            if (end > start) {
                joints.add(joint(folded.substring(at, start)));
                tokens.add(folded.substring(start, end));
            }
            at = Math.max(end, start);
        }
    }

    private static boolean isPart(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            String other = PLAIN.get(c);
            if (other == null) {
                folded.appendCodePoint(c);
            } else {
                folded.append(other);
            }
        });
        return folded.toString();
    }
}
