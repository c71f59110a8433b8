package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All phrases of a language as one tree of words, so that a text is read once however many rules there are. */
final class PhraseTrie {

    private final Node root = new Node();

    /** A phrase found: token indexes, end exclusive, and what it stands for. */
    record Hit(int from, int to, Sign sign) {}

    void add(Phrase phrase, Sign sign) {
        var node = root;
        for (var word : phrase.words()) {
            var edges = word.afterGap() ? node.afterGap : node.next;
            node = edges.add(word);
        }
        node.signs.add(sign);
    }

    /** Every phrase that occurs inside one sentence, in order of its first word. */
    List<Hit> find(Tokens tokens) {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < tokens.count(); i++) {
            root.next.follow(tokens, i, i, hits);
        }
        return hits;
    }

    private static final class Node {
        final Edges next = new Edges();
        final Edges afterGap = new Edges();
        final List<Sign> signs = new ArrayList<>(1);

        void visit(Tokens tokens, int from, int at, List<Hit> hits) {
            for (var sign : signs) {
                hits.add(new Hit(from, at, sign));
            }
            next.followInSentence(tokens, from, at, hits);
            if (!afterGap.isEmpty()) {
                for (int i = at; i <= at + Phrase.GAP; i++) {
                    afterGap.followInSentence(tokens, from, i, hits);
                }
            }
        }
    }

    private static final class Edges {
        private final Map<String, Node> words = new HashMap<>();
        private final Map<String, Node> stems = new HashMap<>();
        private int shortestStem = Integer.MAX_VALUE;
        private int longestStem;

        boolean isEmpty() {
            return words.isEmpty() && stems.isEmpty();
        }

        Node add(Phrase.Word word) {
            if (!word.stem()) {
                return words.computeIfAbsent(word.text(), text -> new Node());
            }
            shortestStem = Math.min(shortestStem, word.text().length());
            longestStem = Math.max(longestStem, word.text().length());
            return stems.computeIfAbsent(word.text(), text -> new Node());
        }

        void followInSentence(Tokens tokens, int from, int at, List<Hit> hits) {
            if (at < tokens.count() && tokens.sentence(at) == tokens.sentence(from)) {
                follow(tokens, from, at, hits);
            }
        }

        void follow(Tokens tokens, int from, int at, List<Hit> hits) {
            var word = tokens.word(at);
            var whole = words.get(word);
            if (whole != null) {
                whole.visit(tokens, from, at + 1, hits);
            }
            int last = Math.min(longestStem, word.length());
            for (int length = shortestStem; length <= last; length++) {
                var stem = stems.get(word.substring(0, length));
                if (stem != null) {
                    stem.visit(tokens, from, at + 1, hits);
                }
            }
        }
    }
}
