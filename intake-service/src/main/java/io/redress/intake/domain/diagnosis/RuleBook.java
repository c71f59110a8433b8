package io.redress.intake.domain.diagnosis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The rules of every language, read and checked once. Immutable. */
public final class RuleBook {

    /** The languages that customers may write in, ISO 639-1. */
    public static final List<String> LANGUAGES = List.of("en", "it", "ro", "pl");

    private final Map<String, LanguageRules> languages;
    private final Set<String> natures;
    private final Stakes stakes;
    private final String version;

    private RuleBook(Map<String, LanguageRules> languages, Set<String> natures, Stakes stakes, String version) {
        this.languages = Map.copyOf(languages);
        this.natures = Set.copyOf(natures);
        this.stakes = stakes;
        this.version = version;
    }

    /**
     * Reads {@code rules/natures.yaml}, {@code rules/stakes.yaml}, {@code rules/calibration.yaml} and {@code
     * rules/<language>.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException naming the file and the rule if anything in them does not add up
     */
    public static RuleBook load(UnaryOperator<String> files) {
        var digest = sha256();
        var natures = NaturesFile.read("rules/natures.yaml", digested(digest, files.apply("rules/natures.yaml")));
        var atStake = YamlFields.read("rules/stakes.yaml", digested(digest, files.apply("rules/stakes.yaml")));
        var sureness =
                YamlFields.read("rules/calibration.yaml", digested(digest, files.apply("rules/calibration.yaml")));
        var languages = new LinkedHashMap<String, LanguageRules>();
        var owners = new HashMap<String, String>();
        for (var language : LANGUAGES) {
            var path = "rules/" + language + ".yaml";
            var rules = new RulesFile(path, natures)
                    .read(
                            language,
                            digested(digest, files.apply(path)),
                            atStake.part(language),
                            Calibration.read(sureness.part(language)));
            for (var rule : rules.rules()) {
                var other = owners.put(rule.id(), path);
                if (other != null) {
                    throw new IllegalArgumentException("Expected rule ids to be unique, but " + rule.id() + " in "
                            + path + " is also in " + other);
                }
            }
            languages.put(language, rules);
        }
        sureness.expectNothingElse();
        var stakes = stakes(atStake, natures.keySet());
        atStake.expectNothingElse();
        return new RuleBook(languages, natures.keySet(), stakes, HexFormat.of().formatHex(digest.digest(), 0, 6));
    }

    /** Every nature that a diagnosis can name, except {@code unclear}. */
    public Set<String> natures() {
        return natures;
    }

    /** Changes whenever any rule changes. */
    public String version() {
        return version;
    }

    Stakes stakes() {
        return stakes;
    }

    Optional<LanguageRules> in(String language) {
        return Optional.ofNullable(languages.get(language));
    }

    private static Stakes stakes(YamlFields fields, Set<String> natures) {
        return new Stakes(
                known(fields, "grave", natures), known(fields, "mild", natures), known(fields, "technical", natures));
    }

    private static Set<String> known(YamlFields fields, String field, Set<String> natures) {
        var words = fields.words(field);
        for (var word : words) {
            if (!natures.contains(word)) {
                throw fields.refused("natures of rules/natures.yaml in \"" + field + "\", but got \"" + word + "\"");
            }
        }
        return Set.copyOf(words);
    }

    private static String digested(MessageDigest digest, String content) {
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        return content;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected every Java to know SHA-256", impossible);
        }
    }
}
