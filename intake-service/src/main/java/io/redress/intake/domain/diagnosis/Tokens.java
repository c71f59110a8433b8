package io.redress.intake.domain.diagnosis;

import java.util.Arrays;
import java.util.BitSet;

/** The words and emoji of a text, folded, each with its stem, its place in the original and the number of its sentence. */
final class Tokens {

    /** Longer "words" are no language; they are cut so that nobody pays for them. */
    private static final int LONGEST = 40;
    /** Below are signs like those of copyright and trade marks, which show no feeling. */
    private static final int LAST_LETTERLIKE = 0x2190;

    private final boolean apostropheJoins;
    private final Stemmer stemmer;
    private final BitSet asked = new BitSet();
    private String[] words = new String[64];
    private String[] stems = new String[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] sentences = new int[64];
    private int count;

    private Tokens(boolean apostropheJoins, Stemmer stemmer) {
        this.apostropheJoins = apostropheJoins;
        this.stemmer = stemmer;
    }

    /**
     * @param apostropheJoins whether an apostrophe stays inside a word ("don't" is one word in English, "l'ordine" two in
     *     Italian)
     */
    static Tokens of(String text, boolean apostropheJoins) {
        return of(text, apostropheJoins, word -> word);
    }

    /** The same, with stems. */
    static Tokens of(String text, boolean apostropheJoins, Stemmer stemmer) {
        var tokens = new Tokens(apostropheJoins, stemmer);
        tokens.read(text);
        return tokens;
    }

    int count() {
        return count;
    }

    /** The folded word. */
    String word(int index) {
        return words[index];
    }

    /** The word without its ending. */
    String stem(int index) {
        return stems[index];
    }

    /** Where the word begins in the original, in UTF-16 code units. */
    int start(int index) {
        return starts[index];
    }

    /** Where the word ends in the original, exclusive. */
    int end(int index) {
        return ends[index];
    }

    int sentence(int index) {
        return sentences[index];
    }

    /** Whether the sentence of this word ends with a question mark. */
    boolean asked(int index) {
        return asked.get(sentences[index]);
    }

    private void read(String text) {
        var word = new char[LONGEST];
        int length = 0;
        int start = 0;
        int sentence = 0;
        for (int i = 0; i < text.length(); i++) {
            char folded = Letters.fold(text.charAt(i));
            if (folded == Letters.SILENT || (length > 0 && joins(text, i))) {
                continue;
            }
            if (folded == Letters.NONE) {
                length = close(word, length, start, i, sentence);
                i = emoji(text, i, sentence);
                if (endsSentence(text, i)) {
                    asked.set(sentence, text.charAt(i) == '?');
                    sentence++;
                }
                continue;
            }
            start = length == 0 ? i : start;
            if (length < LONGEST) {
                word[length++] = folded;
            }
        }
        close(word, length, start, text.length(), sentence);
    }

    private boolean joins(String text, int at) {
        char c = text.charAt(at);
        return apostropheJoins
                && (c == '\'' || c == '’')
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** A full stop inside a number or an address ("12.50", "shop.example") ends nothing. */
    private static boolean endsSentence(String text, int at) {
        return switch (text.charAt(at)) {
            case '!', '?', ';', '\n', '…' -> true;
            case '.' -> at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    private int close(char[] word, int length, int start, int end, int sentence) {
        if (length > 0) {
            if (count == words.length) {
                grow();
            }
            words[count] = new String(word, 0, length);
            stems[count] = stemmer.stem(words[count]);
            starts[count] = start;
            ends[count] = end;
            sentences[count++] = sentence;
        }
        return 0;
    }

    /** An emoji is a word of its own. Answers where its last code unit is. */
    private int emoji(String text, int at, int sentence) {
        int symbol = text.codePointAt(at);
        int last = at + Character.charCount(symbol) - 1;
        if (symbol > LAST_LETTERLIKE && Character.isExtendedPictographic(symbol)) {
            close(Character.toChars(symbol), last - at + 1, at, last + 1, sentence);
        }
        return last;
    }

    private void grow() {
        int size = count * 2;
        words = Arrays.copyOf(words, size);
        stems = Arrays.copyOf(stems, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        sentences = Arrays.copyOf(sentences, size);
    }
}
