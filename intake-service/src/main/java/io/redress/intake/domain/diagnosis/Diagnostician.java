package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the problem beneath the words (R2): one pass over the text, every phrase of every rule at once. Thread-safe. */
public final class Diagnostician {

    private static final int NEGATION_REACH = 3;
    private static final int MOST_HYPOTHESES = 5;
    /** A second problem counts from this share of the strongest one on. */
    private static final double WORTH_MENTIONING = 0.3;
    /** From this score on a sign of publicity or crisis is believed. */
    private static final double BELIEVED = 1.0;

    /** From this score on a problem is stated, and not only named. */
    private static final double STATED = 1.5;

    private static final String FALLBACK = "en";
    private static final Hypothesis NOTHING_FOUND =
            new Hypothesis(Nature.UNCLEAR, Cause.UNKNOWN, 0.1, List.of(), "no-rule");

    /** Prose that shows no displeasure and asks for nothing: most likely no complaint, but a question is better than a guess. */
    private static final Hypothesis MERE_REMARK =
            new Hypothesis(Nature.UNCLEAR, Cause.NO_COMPLAINT, 0.45, List.of(), "no-rule");
    /** So many small words make prose, and less is no language that could be judged. */
    private static final int PROSE = 1;

    private final RuleBook book;

    public Diagnostician(RuleBook book) {
        this.book = book;
    }

    /**
     * Diagnoses a complaint of any length; costs time linear in it.
     *
     * @param language ISO 639-1; a language without rules is read as English
     */
    public Diagnosis diagnose(String text, String language) {
        var rules = book.in(language).orElseGet(() -> book.in(FALLBACK).orElseThrow());
        var tokens = rules.tokens(text);
        var hits = withoutCourtesies(rules.trie().find(tokens), tokens.count());
        var feelings = longestOnly(stands(rules, tokens, hits, Sign.Feeling.class));
        var findings = findings(tokens, longestOnly(stands(rules, tokens, hits, Rule.class)));
        var hypotheses = hypotheses(rules.calibration(), findings.values(), remark(rules, tokens, feelings));
        var seen = stakes(stands(rules, tokens, hits, Sign.Stake.class));
        boolean publicImpact = believed(findings.get("public-impact"));
        boolean crisis = believed(findings.get("crisis"));
        boolean massOutage = book.stakes().massOutage(hypotheses, seen);
        return new Diagnosis(
                hypotheses,
                Mood.of(text, feelings),
                publicImpact,
                crisis,
                rules.language(),
                book.version(),
                book.stakes().severity(hypotheses, seen, crisis || massOutage, publicImpact, text),
                massOutage,
                Amounts.named(text));
    }

    private static Set<Sign.Stake.Kind> stakes(List<PhraseTrie.Hit> hits) {
        var seen = EnumSet.noneOf(Sign.Stake.Kind.class);
        hits.forEach(hit -> seen.add(((Sign.Stake) hit.sign()).kind()));
        return seen;
    }

    private static boolean believed(@Nullable Finding finding) {
        return finding != null && finding.score() >= BELIEVED;
    }

    private static List<PhraseTrie.Hit> withoutCourtesies(List<PhraseTrie.Hit> hits, int words) {
        var courteous = new BitSet(words);
        for (var hit : hits) {
            if (hit.sign() instanceof Sign.Courtesy) {
                courteous.set(hit.from(), hit.to());
            }
        }
        hits.removeIf(hit -> courteous.get(hit.from()));
        return hits;
    }

    private static List<PhraseTrie.Hit> stands(
            LanguageRules rules, Tokens tokens, List<PhraseTrie.Hit> hits, Class<? extends Sign> kind) {
        var standing = new ArrayList<PhraseTrie.Hit>();
        for (var hit : hits) {
            if (kind.isInstance(hit.sign()) && !denied(rules, tokens, hit) && !misplaced(tokens, hit)) {
                standing.add(hit);
            }
        }
        return standing;
    }

    private static boolean misplaced(Tokens tokens, PhraseTrie.Hit hit) {
        return hit.sign() instanceof Rule rule && rule.onlyAsked() && !tokens.asked(hit.from());
    }

    private static boolean denied(LanguageRules rules, Tokens tokens, PhraseTrie.Hit hit) {
        if ((hit.sign() instanceof Rule rule && !rule.deniable()) || contains(tokens, hit, rules.negations())) {
            return false;
        }
        for (int i = Math.max(0, hit.from() - NEGATION_REACH); i < hit.from(); i++) {
            if (tokens.sentence(i) == tokens.sentence(hit.from())
                    && rules.negations().contains(tokens.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** A phrase with a "not" of its own ("does not work") is no denial. */
    private static boolean contains(Tokens tokens, PhraseTrie.Hit hit, Set<String> negations) {
        for (int i = hit.from(); i < hit.to(); i++) {
            if (negations.contains(tokens.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Payment plan" speaks of a payment plan, not also of a payment: a hit inside a longer one does not count. */
    private static List<PhraseTrie.Hit> longestOnly(List<PhraseTrie.Hit> hits) {
        hits.sort(Comparator.comparingInt(PhraseTrie.Hit::from)
                .thenComparing(PhraseTrie.Hit::to, Comparator.reverseOrder())
                .thenComparing(PhraseTrie.Hit::verbatim, Comparator.reverseOrder()));
        var kept = new ArrayList<PhraseTrie.Hit>();
        int covered = 0;
        for (var hit : hits) {
            if (hit.to() > covered) {
                kept.add(hit);
                covered = hit.to();
            }
        }
        return kept;
    }

    private static Map<String, Finding> findings(Tokens tokens, List<PhraseTrie.Hit> hits) {
        var findings = new LinkedHashMap<String, Finding>();
        for (var hit : hits) {
            var rule = (Rule) hit.sign();
            findings.computeIfAbsent(rule.nature().code(), code -> new Finding(rule.nature()))
                    .add(rule, phraseWords(tokens, hit), tokens.start(hit.from()), tokens.end(hit.to() - 1));
        }
        return findings;
    }

    private static int phraseWords(Tokens tokens, PhraseTrie.Hit hit) {
        int hash = 1;
        for (int i = hit.from(); i < hit.to(); i++) {
            hash = 31 * hash + tokens.stem(i).hashCode();
        }
        return hash;
    }

    /** Who speaks to the company wants something of it, even if nobody can tell what. */
    private static boolean remark(LanguageRules rules, Tokens tokens, List<PhraseTrie.Hit> feelings) {
        int small = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (rules.negations().contains(tokens.word(i)) || rules.address().contains(tokens.word(i))) {
                return false;
            }
            small += rules.functionWords().contains(tokens.word(i)) ? 1 : 0;
        }
        return small >= PROSE && feelings.stream().noneMatch(hit -> ((Sign.Feeling) hit.sign()).strength() < 0);
    }

    private static List<Hypothesis> hypotheses(Calibration calibration, Collection<Finding> findings, boolean remark) {
        var counting = counting(findings);
        if (counting.isEmpty()) {
            return List.of(remark ? MERE_REMARK : NOTHING_FOUND);
        }
        double total = counting.stream().mapToDouble(Finding::score).sum();
        var hypotheses = new ArrayList<Hypothesis>();
        for (var finding : counting) {
            var hypothesis = finding.hypothesis(total);
            hypotheses.add(hypotheses.isEmpty() ? leading(calibration, finding.nature(), hypothesis) : hypothesis);
        }
        return hypotheses;
    }

    /** Who leads depends on the first one, so that its confidence has to come true. */
    private static Hypothesis leading(Calibration calibration, Nature nature, Hypothesis said) {
        return new Hypothesis(
                said.nature(),
                said.cause(),
                calibration.confidence(nature.kind(), said.confidence()),
                said.evidence(),
                said.rule());
    }

    /**
     * What the text is about. Who merely names a subject while letting off steam wants to be heard; who states a problem
     * wants it solved, however angry (R8).
     */
    private static List<Finding> counting(Collection<Finding> findings) {
        var problems = ofKind(findings, Nature.Kind.PROBLEM);
        var listening = ofKind(findings, Nature.Kind.LISTENING);
        var friendly = ofKind(findings, Nature.Kind.NO_COMPLAINT);
        double problem = strongest(problems);
        double anger = strongest(listening);
        double kindness = friendly.stream().mapToDouble(Finding::score).sum();
        if (kindness > Math.max(problem, anger)) {
            return friendly.subList(0, 1);
        }
        if (problem < STATED && anger > problem) {
            return listening;
        }
        return problems.stream()
                .filter(finding -> finding.score() >= WORTH_MENTIONING * problem)
                .limit(MOST_HYPOTHESES)
                .toList();
    }

    private static double strongest(List<Finding> findings) {
        return findings.isEmpty() ? 0 : findings.getFirst().score();
    }

    private static List<Finding> ofKind(Collection<Finding> findings, Nature.Kind kind) {
        return findings.stream()
                .filter(finding -> finding.nature().kind() == kind)
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
    }
}
