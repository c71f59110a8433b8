package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All phrases of a language as one tree of words, so that a text is read once however many rules there are. */
final class PhraseTrie {

    private final Node root = new Node();

    /** A phrase found: token indexes, end exclusive, what it stands for, and whether it stands there word for word. */
    record Hit(int from, int to, Sign sign, boolean verbatim) {}

    private record Leaf(Phrase phrase, Sign sign) {}

    void add(Phrase phrase, Sign sign) {
        var node = root;
        for (var word : phrase.words()) {
            var edges = word.afterGap() ? node.afterGap : node.next;
            node = edges.add(word);
        }
        node.leaves.add(new Leaf(phrase, sign));
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
        final List<Leaf> leaves = new ArrayList<>(1);

        void visit(Tokens tokens, int from, int at, List<Hit> hits) {
            for (var leaf : leaves) {
                hits.add(new Hit(from, at, leaf.sign, leaf.phrase.verbatim(tokens, from, at)));
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
        private final Map<String, Node> beginnings = new HashMap<>();
        private int shortest = Integer.MAX_VALUE;
        private int longest;

        boolean isEmpty() {
            return words.isEmpty() && stems.isEmpty() && beginnings.isEmpty();
        }

        Node add(Phrase.Word word) {
            return switch (word.match()) {
                case EXACT -> words.computeIfAbsent(word.key(), _ -> new Node());
                case STEM -> stems.computeIfAbsent(word.key(), _ -> new Node());
                case PREFIX -> {
                    shortest = Math.min(shortest, word.key().length());
                    longest = Math.max(longest, word.key().length());
                    yield beginnings.computeIfAbsent(word.key(), _ -> new Node());
                }
            };
        }

        void followInSentence(Tokens tokens, int from, int at, List<Hit> hits) {
            if (at < tokens.count() && tokens.sentence(at) == tokens.sentence(from)) {
                follow(tokens, from, at, hits);
            }
        }

        void follow(Tokens tokens, int from, int at, List<Hit> hits) {
            var word = tokens.word(at);
            visit(words.get(word), tokens, from, at + 1, hits);
            visit(stems.get(tokens.stem(at)), tokens, from, at + 1, hits);
            int last = Math.min(longest, word.length());
            for (int length = shortest; length <= last; length++) {
                visit(beginnings.get(word.substring(0, length)), tokens, from, at + 1, hits);
            }
        }

        private static void visit(@Nullable Node node, Tokens tokens, int from, int at, List<Hit> hits) {
            if (node != null) {
                node.visit(tokens, from, at, hits);
            }
        }
    }
}
