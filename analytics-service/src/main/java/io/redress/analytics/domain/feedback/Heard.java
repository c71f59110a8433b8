package io.redress.analytics.domain.feedback;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case says about the products so far, whether anybody is told of it or not.
 *
 * @param said absent until the complaint is in
 * @param revision of the diagnosis, 0 for the first
 * @param natures what it is about by that diagnosis; empty until there is one
 * @param registered whether a wish was registered, or a department has said that it should be
 * @param wishes ids of the options of the present proposal that register a wish
 * @param merged whether another case speaks for it now
 */
public record Heard(
        @Nullable Said said,
        int revision,
        List<String> natures,
        boolean registered,
        Set<String> wishes,
        boolean merged) {
    static final Heard NOTHING = new Heard(null, 0, List.of(), false, Set.of(), false);

    public Heard {
        natures = List.copyOf(natures);
        wishes = Set.copyOf(wishes);
    }

    /** The complaint. */
    public Heard complaint(Said complaint) {
        return new Heard(complaint, revision, natures, registered, wishes, merged);
    }

    /** What the customer said after it. */
    public Heard further(String words) {
        return said == null ? this : complaint(said.adding(words));
    }

    /** What it is about takes the place of what it seemed to be about before. */
    public Heard diagnosed(int nextRevision, List<String> about) {
        return new Heard(said, nextRevision, about, registered, wishes, merged);
    }

    /** The customer may choose among options, of which these register a wish. */
    public Heard offered(Set<String> registering) {
        return new Heard(said, revision, natures, registered, registering, merged);
    }

    /** The customer has chosen. */
    public Heard chosen(String optionId) {
        return wishes.contains(optionId) ? registering() : this;
    }

    /** A wish is registered, or should be. */
    public Heard registering() {
        return new Heard(said, revision, natures, true, wishes, merged);
    }

    /** Another case speaks for it now, or none any more. */
    public Heard merged(boolean now) {
        return new Heard(said, revision, natures, registered, wishes, now);
    }

    Heard withoutWords() {
        return said == null ? this : complaint(said.withoutWords());
    }
}
