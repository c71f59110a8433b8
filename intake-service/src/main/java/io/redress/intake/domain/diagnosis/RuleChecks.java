package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules of one language do to each other: rules that can never speak, and words that speak for two natures. */
final class RuleChecks {

    /** Weights closer than this say neither that one is meant nor that the other is. */
    private static final double COMPARABLE = 1.5;

    private RuleChecks() {}

    /** Ids of rules without a phrase that could ever count, because courtesies or earlier rules take every one. */
    static List<String> unreachable(List<Rule> rules, List<Phrase> courtesies) {
        var taken = new HashMap<String, Rule>();
        var unreachable = new ArrayList<String>();
        for (var rule : rules) {
            var reachable = rule.phrases().stream()
                    .filter(phrase -> courtesies.stream().noneMatch(phrase::beginsWith))
                    .anyMatch(phrase -> !taken.containsKey(phrase.key()));
            if (!reachable) {
                unreachable.add(rule.id());
            }
            rule.phrases().forEach(phrase -> taken.putIfAbsent(phrase.key(), rule));
        }
        return unreachable;
    }

    /**
     * Sentences about phrases of different natures and comparable weight that differ in their endings only: a third form of
     * the same words would be read as the first of them.
     */
    static List<String> contradictions(List<Rule> rules) {
        Map<String, Rule> owners = new HashMap<>();
        var contradictions = new ArrayList<String>();
        for (var rule : rules) {
            for (var phrase : rule.phrases()) {
                var other = owners.putIfAbsent(phrase.key(), rule);
                if (other != null && !other.nature().equals(rule.nature()) && comparable(other, rule)) {
                    contradictions.add(
                            "\"" + phrase.text() + "\" of " + rule.id() + " reads like a phrase of " + other.id());
                }
            }
        }
        return contradictions;
    }

    private static boolean comparable(Rule one, Rule other) {
        return Math.max(one.weight(), other.weight()) < COMPARABLE * Math.min(one.weight(), other.weight());
    }
}
