package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Hypothesis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one text says for one nature while it is being read. */
final class Finding {

    private static final int MOST_EVIDENCE = 12;
    /** At this score half of the doubt is gone; measured on labelled complaints. */
    private static final double HALF_SURE = 1.1;

    private final Nature nature;
    private final Map<Rule, Double> scores = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private final List<Hypothesis.Evidence> evidence = new ArrayList<>();
    private @Nullable Rule strongestRule;
    private double total;

    Finding(Nature nature) {
        this.nature = nature;
    }

    /**
     * Counts a hit. Each further hit of a rule is worth half of the one before, and the same words twice are worth nothing
     * more: repeating oneself is no evidence.
     */
    void add(Rule rule, int words, int start, int end) {
        if (seen.size() < MOST_EVIDENCE && seen.add(words)) {
            double before = scores.getOrDefault(rule, 0.0);
            double gain = (2 * rule.weight() - before) / 2;
            scores.put(rule, before + gain);
            total += gain;
            if (strongestRule == null || before + gain > scores.getOrDefault(strongestRule, 0.0)) {
                strongestRule = rule;
            }
            evidence.add(new Hypothesis.Evidence(start, end));
        }
    }

    Nature nature() {
        return nature;
    }

    double score() {
        return total;
    }

    /** @param all the score of everything that was found, to which this one is compared */
    Hypothesis hypothesis(double all) {
        var rule = strongestRule;
        if (rule == null) {
            throw new IllegalStateException("Expected a finding with at least one hit of " + nature.code());
        }
        double sure = (1 - Math.pow(0.5, total / HALF_SURE)) * Math.sqrt(total / all);
        return new Hypothesis(
                nature.code(), rule.cause(), Math.round(sure * 100) / 100.0, List.copyOf(evidence), rule.id());
    }
}
