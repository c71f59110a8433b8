package io.redress.routing.domain.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Known problems by what a complaint must have to be about them, so that a complaint is compared with a few of them
 * however many there are: first by a lot, product, customer or word, then by nature. Immutable.
 */
public final class ProblemIndex implements KnownProblems {
    private final Map<String, Map<String, List<ProblemMarks>>> byName = new HashMap<>();
    private final Map<String, Map<String, List<ProblemMarks>>> byCustomer = new HashMap<>();
    private final Map<String, Map<String, Map<String, List<ProblemMarks>>>> byWord = new HashMap<>();

    public ProblemIndex(Collection<ProblemMarks> known) {
        known.stream().filter(it -> it.recorded().isOpen()).forEach(this::file);
    }

    @Override
    public List<ProblemMatch> matching(Symptoms symptoms, Instant now) {
        if (byName.isEmpty() && byCustomer.isEmpty() && byWord.isEmpty()) {
            return List.of();
        }
        Spoken spoken = Spoken.of(symptoms.words());
        return candidates(spoken, symptoms).stream()
                .map(it -> it.match(spoken, symptoms, now))
                .flatMap(Optional::stream)
                .sorted(ProblemMatch.MOST_SPECIFIC_FIRST)
                .toList();
    }

    private Set<ProblemMarks> candidates(Spoken spoken, Symptoms symptoms) {
        Set<ProblemMarks> found = new LinkedHashSet<>();
        spoken.names().forEach(name -> add(byName.get(name), symptoms, found));
        add(byCustomer.get(symptoms.customer().reference()), symptoms, found);
        Map<String, Map<String, List<ProblemMarks>>> words = byWord.getOrDefault(symptoms.language(), Map.of());
        if (!words.isEmpty()) {
            spoken.words().forEach(word -> add(words.get(word), symptoms, found));
        }
        return found;
    }

    private static void add(
            @Nullable Map<String, List<ProblemMarks>> byNature, Symptoms symptoms, Set<ProblemMarks> found) {
        if (byNature != null) {
            symptoms.natures().forEach(nature -> found.addAll(byNature.getOrDefault(nature, List.of())));
        }
    }

    /** Under the mark that fewest problems share. */
    private void file(ProblemMarks marks) {
        if (!marks.names().isEmpty()) {
            marks.names().forEach(name -> file(byName, name, marks));
        } else if (!marks.customers().isEmpty()) {
            marks.customers().forEach(customer -> file(byCustomer, customer, marks));
        } else {
            marks.firstWords()
                    .forEach((language, words) -> words.forEach(
                            word -> file(byWord.computeIfAbsent(language, _ -> new HashMap<>()), word, marks)));
        }
    }

    private static void file(Map<String, Map<String, List<ProblemMarks>>> by, String mark, ProblemMarks marks) {
        Map<String, List<ProblemMarks>> byNature = by.computeIfAbsent(mark, _ -> new HashMap<>());
        marks.natures()
                .forEach(nature ->
                        byNature.computeIfAbsent(nature, _ -> new ArrayList<>()).add(marks));
    }
}
