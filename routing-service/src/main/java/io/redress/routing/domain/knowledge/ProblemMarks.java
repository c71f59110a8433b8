package io.redress.routing.domain.knowledge;

import io.redress.contracts.KnownProblem.Identified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a known problem is recognised. All that is given must hold; a nature alone is never enough, because it says
 * what a complaint is about and not which problem it is.
 */
public final class ProblemMarks {
    private static final int TIER = 1;
    private static final int WORDS = 2;
    private static final int PRODUCT = 4;
    private static final int CUSTOMER = 8;
    private static final int LOT = 16;

    private final RecordedProblem recorded;
    private final Set<String> lot;
    private final Set<String> product;
    private final Set<String> natures;
    private final Map<String, List<String>> phrases = new HashMap<>();

    private ProblemMarks(RecordedProblem recorded) {
        this.recorded = recorded;
        this.lot = names(recorded.problem().lot());
        this.product = names(recorded.problem().product());
        this.natures = Set.copyOf(recorded.problem().natures());
        recorded.phrases().forEach((language, said) -> phrases.put(language, phrases(said)));
    }

    public static ProblemMarks of(RecordedProblem recorded) {
        return new ProblemMarks(recorded);
    }

    /** Whether a name can be found in what customers write. */
    public static boolean isFindable(String name) {
        return Spoken.name(name) != null;
    }

    /** Whether a phrase has words. */
    public static boolean isSayable(String phrase) {
        return !Spoken.phrase(phrase).isEmpty();
    }

    /** The problem that is recognised by these. */
    public RecordedProblem recorded() {
        return recorded;
    }

    /** What a text must name: the lot rather than the product, since fewer problems share it. */
    Set<String> names() {
        return lot.isEmpty() ? product : lot;
    }

    List<String> customers() {
        return recorded.customers() == null ? List.of() : recorded.customers().references();
    }

    /** By language, a word that a text must contain. */
    Map<String, Set<String>> firstWords() {
        Map<String, Set<String>> first = new HashMap<>();
        phrases.forEach((language, said) -> {
            Set<String> words = new HashSet<>();
            said.forEach(it -> words.add(it.split(" ", 2)[0]));
            first.put(language, words);
        });
        return first;
    }

    Set<String> natures() {
        return natures;
    }

    /** The match, if the complaint may be about this problem. */
    Optional<ProblemMatch> match(Spoken spoken, Symptoms symptoms, Instant now) {
        String nature = first(symptoms.natures(), natures);
        CustomerGroup group = recorded.customers();
        if (nature == null || !recorded.holdsAt(now) || (group != null && !group.has(symptoms.customer()))) {
            return Optional.empty();
        }
        Reason reason = new Reason();
        boolean named = reason.names("lot", LOT, recorded.problem().lot(), lot, spoken)
                && reason.names("product", PRODUCT, recorded.problem().product(), product, spoken);
        if (!named || !reason.says(phrases.get(symptoms.language()), spoken)) {
            return Optional.empty();
        }
        reason.concerns(group);
        return reason.weight > TIER
                ? Optional.of(new ProblemMatch(recorded, nature, reason.weight, reason.sentence(nature)))
                : Optional.empty();
    }

    private static @Nullable String first(List<String> among, Set<String> wanted) {
        return among.stream().filter(wanted::contains).findFirst().orElse(null);
    }

    private static Set<String> names(@Nullable Identified identified) {
        Set<String> names = new HashSet<>();
        if (identified != null) {
            Stream.concat(Stream.of(identified.name()), identified.aliases().stream())
                    .map(Spoken::name)
                    .flatMap(Stream::ofNullable)
                    .forEach(names::add);
        }
        return Set.copyOf(names);
    }

    private static List<String> phrases(List<String> written) {
        return written.stream()
                .map(Spoken::phrase)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** Says what held while it is looked at. */
    private static final class Reason {
        private final List<String> named = new ArrayList<>();
        private final List<String> clauses = new ArrayList<>();
        private int weight;

        boolean names(String what, int worth, @Nullable Identified wanted, Set<String> names, Spoken spoken) {
            if (wanted == null) {
                return true;
            }
            if (names.stream().noneMatch(spoken.names()::contains)) {
                return false;
            }
            named.add("the " + what + " " + wanted.name());
            weight += worth;
            return true;
        }

        /** A language for which nobody has given words is not asked for any. */
        boolean says(@Nullable List<String> phrases, Spoken spoken) {
            if (phrases == null || phrases.isEmpty()) {
                return true;
            }
            Optional<String> said = phrases.stream().filter(spoken::says).findFirst();
            said.ifPresent(phrase -> {
                clauses.add("they say \"" + phrase + "\"");
                weight += WORDS;
            });
            return said.isPresent();
        }

        void concerns(@Nullable CustomerGroup group) {
            if (group == null) {
                return;
            }
            if (!group.references().isEmpty()) {
                String name = group.name();
                clauses.add("the customer is one of " + (name == null ? "those whom it concerns" : name));
                weight += CUSTOMER;
            }
            if (group.tier() != null) {
                clauses.add("the customer is " + group.tier());
                weight += TIER;
            }
        }

        String sentence(String nature) {
            List<String> all = new ArrayList<>();
            if (!named.isEmpty()) {
                all.add("the customer's words name " + String.join(" and ", named));
            }
            all.addAll(clauses);
            String held = String.join(", ", all).replaceFirst("^they say", "the customer's words say");
            return Character.toUpperCase(held.charAt(0)) + held.substring(1) + ", and the complaint is about "
                    + nature.replace('-', ' ') + ".";
        }
    }
}
