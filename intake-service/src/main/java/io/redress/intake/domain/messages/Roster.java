package io.redress.intake.domain.messages;

import io.redress.contracts.Owner;
import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The consultants on duty, spread evenly over cases. Immutable. */
public final class Roster {

    private static final String FILE = "consultants.yaml";
    private static final String FALLBACK = "en";
    /** From here on somebody bears difficult customers. */
    private static final int CALM = 4;

    private static final int CALMEST = 5;
    private static final int MOST_CASES = 100_000;

    private final List<Consultant> consultants;

    private Roster(List<Consultant> consultants) {
        this.consultants = List.copyOf(consultants);
    }

    /**
     * Reads {@code consultants.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException if an id occurs twice or nobody speaks English
     */
    public static Roster load(UnaryOperator<String> files) {
        var file = YamlFields.read(FILE, files.apply(FILE));
        var groups = groups(file);
        var consultants = file.parts("consultants").stream()
                .map(fields -> consultant(fields, groups))
                .toList();
        file.leaveToOthers("reach", "everybody");
        file.expectNothingElse();
        var ids = new HashSet<String>();
        for (var consultant : consultants) {
            if (!ids.add(consultant.id())) {
                throw file.refused("each id once, but got " + consultant.id() + " twice");
            }
        }
        if (consultants.stream().noneMatch(consultant -> consultant.languages().contains(FALLBACK))) {
            throw file.refused("at least one consultant who speaks " + FALLBACK);
        }
        return new Roster(consultants);
    }

    /** The ids of all consultants. */
    public Set<String> ids() {
        return consultants.stream().map(Consultant::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody, in the order of the file. */
    public List<Consultant> all() {
        return consultants;
    }

    /** Whether there is such a person. */
    public boolean knows(String id) {
        return consultants.stream().anyMatch(it -> it.id().equals(id));
    }

    /** Somebody as owner of a case; who is not in the list any more goes by the id. */
    public Owner ownerCalled(String id) {
        return consultants.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Consultant(id, id, List.of()))
                .asOwner();
    }

    /**
     * Who fits a case best (R141): somebody who speaks the language, has room, bears a difficult customer, knows the
     * matter, and carries the least; the same for the same inputs.
     *
     * @param openCases how many cases somebody has, by id
     */
    public Consultant forCase(Wanted wanted, ToIntFunction<String> openCases) {
        var speaking = speakers(wanted.language());
        var candidates = speaking.isEmpty() ? speakers(FALLBACK) : speaking;
        return candidates.stream()
                .min(Comparator.<Consultant>comparingInt(it -> openCases.applyAsInt(it.id()) < it.capacity() ? 0 : 1)
                        .thenComparingInt(it -> wanted.difficult() ? Math.max(0, CALM - it.calm()) : 0)
                        .thenComparingInt(it -> skill(it, wanted))
                        .thenComparingDouble(it -> (double) openCases.applyAsInt(it.id()) / it.capacity())
                        .thenComparingInt(it -> spread(wanted.caseId() + it.id())))
                .orElseThrow(() -> new IllegalStateException("Expected somebody who speaks " + FALLBACK));
    }

    /** Who knows the likeliest problem best comes before who knows another one, and that before everybody else. */
    private static int skill(Consultant consultant, Wanted wanted) {
        for (int i = 0; i < wanted.natures().size(); i++) {
            if (consultant.skills().contains(wanted.natures().get(i))) {
                return i;
            }
        }
        return wanted.natures().size();
    }

    private List<Consultant> speakers(String language) {
        return consultants.stream()
                .filter(consultant -> consultant.languages().contains(language))
                .toList();
    }

    /** Mixes the bits: ids made one after the other share most of their letters. */
    private static int spread(String caseId) {
        int hash = caseId.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    private static Map<String, List<String>> groups(YamlFields file) {
        var groups = new HashMap<String, List<String>>();
        if (file.has("groups")) {
            for (var group : file.parts("groups")) {
                groups.put(group.text("name"), group.words("natures"));
                group.expectNothingElse();
            }
        }
        return groups;
    }

    /** What is not said of somebody is ordinary. */
    private static Consultant consultant(YamlFields fields, Map<String, List<String>> groups) {
        var ordinary = new Consultant(fields.text("id"), fields.text("name"), fields.texts("languages"));
        var skills = fields.has("skills") ? fields.texts("skills") : List.<String>of();
        var consultant = new Consultant(
                ordinary.id(),
                ordinary.name(),
                ordinary.languages(),
                skills.stream()
                        .flatMap(skill -> groups.getOrDefault(skill, List.of(skill)).stream())
                        .toList(),
                fields.has("calm") ? (int) fields.number("calm", 1, CALMEST) : ordinary.calm(),
                fields.has("capacity") ? (int) fields.number("capacity", 1, MOST_CASES) : ordinary.capacity());
        fields.expectNothingElse();
        return consultant;
    }
}
