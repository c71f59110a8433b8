package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The consultants on duty, spread evenly over cases. Immutable. */
public final class Roster {

    private static final String FILE = "consultants.yaml";
    private static final String FALLBACK = "en";

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
        var consultants =
                file.parts("consultants").stream().map(Roster::consultant).toList();
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

    /** Always the same person for the same case; somebody who speaks the language, else somebody who speaks English. */
    public Consultant forCase(String caseId, String language) {
        var speakers = speakers(language);
        var candidates = speakers.isEmpty() ? speakers(FALLBACK) : speakers;
        return candidates.get(Math.floorMod(spread(caseId), candidates.size()));
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

    private static Consultant consultant(YamlFields fields) {
        var consultant = new Consultant(fields.text("id"), fields.text("name"), fields.texts("languages"));
        fields.expectNothingElse();
        return consultant;
    }
}
