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
    private final String version;

    private RuleBook(Map<String, LanguageRules> languages, Set<String> natures, String version) {
        this.languages = Map.copyOf(languages);
        this.natures = Set.copyOf(natures);
        this.version = version;
    }

    /**
     * Reads {@code rules/natures.yaml} and {@code rules/<language>.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException naming the file and the rule if anything in them does not add up
     */
    public static RuleBook load(UnaryOperator<String> files) {
        var digest = sha256();
        var natures = NaturesFile.read("rules/natures.yaml", digested(digest, files.apply("rules/natures.yaml")));
        var languages = new LinkedHashMap<String, LanguageRules>();
        var owners = new HashMap<String, String>();
        for (var language : LANGUAGES) {
            var path = "rules/" + language + ".yaml";
            var rules = new RulesFile(path, natures).read(language, digested(digest, files.apply(path)));
            for (var rule : rules.rules()) {
                var other = owners.put(rule.id(), path);
                if (other != null) {
                    throw new IllegalArgumentException("Expected rule ids to be unique, but " + rule.id() + " in "
                            + path + " is also in " + other);
                }
            }
            languages.put(language, rules);
        }
        return new RuleBook(languages, natures.keySet(), HexFormat.of().formatHex(digest.digest(), 0, 6));
    }

    /** Every nature that a diagnosis can name, except {@code unclear}. */
    public Set<String> natures() {
        return natures;
    }

    /** Changes whenever any rule changes. */
    public String version() {
        return version;
    }

    Optional<LanguageRules> in(String language) {
        return Optional.ofNullable(languages.get(language));
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
