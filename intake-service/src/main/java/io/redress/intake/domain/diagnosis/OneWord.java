package io.redress.intake.domain.diagnosis;

import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts single words through filters that were made for streams of them. */
final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TokenStream filtered;

    OneWord(Function<TokenStream, TokenStream> filter) {
        filtered = filter.apply(this);
    }

    String through(String word) {
        term.setEmpty().append(word);
        try {
            filtered.incrementToken();
        } catch (Exception impossible) {
            throw new IllegalStateException("Expected a filter to read memory only", impossible);
        }
        return term.toString();
    }

    @Override
    public boolean incrementToken() {
        return true;
    }
}
