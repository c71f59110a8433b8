package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the rules of one language and refuses what contradicts itself. */
final class RulesFile {

    private final String path;
    private final Map<String, Nature> natures;
    private final PhraseTrie trie = new PhraseTrie();
    private final Map<String, Rule> phraseOwners = new HashMap<>();
    private final List<Phrase> courtesies = new ArrayList<>();
    private Stemmer stemmer = word -> word;
    private boolean apostropheJoins;

    RulesFile(String path, Map<String, Nature> natures) {
        this.path = path;
        this.natures = natures;
    }

    LanguageRules read(String language, String content, YamlFields stakes, Calibration calibration) {
        var file = YamlFields.read(path, content);
        if (!file.text("language").equals(language)) {
            throw file.refused("language " + language + ", but got " + file.text("language"));
        }
        stemmer = Stemmer.of(language);
        apostropheJoins = file.text("apostrophe").equals("joins");
        var functionWords = folded(file.words("function-words"));
        var letters = file.possiblyEmptyText("letters");
        var address = folded(file.words("address"));
        var negations = folded(file.words("negations"));
        for (var written : file.entries("courtesies")) {
            var courtesy = phrase(file, written);
            courtesies.add(courtesy);
            trie.add(courtesy, new Sign.Courtesy());
        }
        readFeelings(file.part("feelings"));
        readStakes(stakes);
        var rules = new ArrayList<Rule>();
        for (var fields : file.parts("rules")) {
            rules.add(readRule(fields));
        }
        file.expectNothingElse();
        var unreachable = RuleChecks.unreachable(rules, courtesies);
        if (!unreachable.isEmpty()) {
            throw file.refused("a phrase in each rule that nothing else takes, but every one of " + unreachable
                    + " is a courtesy or in a rule before");
        }
        return new LanguageRules(
                language,
                apostropheJoins,
                functionWords,
                letters,
                address,
                negations,
                List.copyOf(rules),
                calibration,
                trie);
    }

    private void readFeelings(YamlFields fields) {
        Map.of("furious", -0.6, "upset", -0.3, "content", 0.4).forEach((field, strength) -> {
            for (var written : fields.entries(field)) {
                trie.add(phrase(fields, written), new Sign.Feeling(strength));
            }
        });
        fields.expectNothingElse();
    }

    private void readStakes(YamlFields fields) {
        for (var kind : Sign.Stake.Kind.values()) {
            for (var written : fields.entries(kind.name().toLowerCase(Locale.ROOT))) {
                trie.add(phrase(fields, written), new Sign.Stake(kind));
            }
        }
        fields.expectNothingElse();
    }

    private Rule readRule(YamlFields unnamed) {
        var id = unnamed.text("id");
        var fields = unnamed.named(path + " rule " + id);
        var rule = new Rule(
                fields.text("id"),
                nature(fields),
                cause(fields),
                fields.number("weight", 0.1, 3),
                fields.flag("deniable").orElse(false),
                fields.flag("only-asked").orElse(false),
                fields.entries("phrases").stream()
                        .map(written -> phrase(fields, written))
                        .toList(),
                fields.texts("examples"),
                fields.texts("counter-examples"));
        fields.expectNothingElse();
        for (var phrase : rule.phrases()) {
            claim(fields, phrase, rule);
        }
        return rule;
    }

    private void claim(YamlFields fields, Phrase phrase, Rule rule) {
        var other = phraseOwners.put(phrase.text(), rule);
        if (other != null) {
            throw fields.refused(
                    "each phrase in one rule only, but \"" + phrase.text() + "\" is also in rule " + other.id());
        }
        trie.add(phrase, rule);
    }

    private Nature nature(YamlFields fields) {
        var code = fields.text("nature");
        var nature = natures.get(code);
        if (nature == null) {
            throw fields.refused("a nature of rules/natures.yaml, but got \"" + code + "\"");
        }
        return nature;
    }

    private static Cause cause(YamlFields fields) {
        var name = fields.text("cause");
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fields.refused("a cause out of " + List.of(Cause.values()) + ", but got " + name));
    }

    private Phrase phrase(YamlFields fields, String written) {
        try {
            return Phrase.parse(written, apostropheJoins, stemmer);
        } catch (IllegalArgumentException unreadable) {
            throw fields.refused(String.valueOf(unreadable.getMessage()));
        }
    }

    private Set<String> folded(List<String> words) {
        var folded = new HashSet<String>();
        for (var word : words) {
            var tokens = Tokens.of(word, apostropheJoins);
            for (int i = 0; i < tokens.count(); i++) {
                folded.add(tokens.word(i));
            }
        }
        return Set.copyOf(folded);
    }
}
