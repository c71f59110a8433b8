package io.redress.intake.adapter.http;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.intake.application.FindKin.Kin;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which words and cases say the same as a case, and what was made of them.
 *
 * @param suspects cases that may say the same; for a person to decide
 * @param merged cases that are now a part of this one
 * @param repeatedContacts how often the customer has said it again
 * @param history every merge and undo in its order
 */
record DuplicatesView(
        CaseId caseId,
        @Nullable MergeLine mergedInto,
        List<SuspectLine> suspects,
        List<MergeLine> merged,
        int repeatedContacts,
        List<JoinedLine> joined,
        List<HistoryLine> history,
        Map<String, Long> asOf) {

    /** A case that may say the same. */
    record SuspectLine(CaseId caseId, double similarity) {}

    /** A merge as it stands. */
    record MergeLine(CaseId caseId, String reason, String by, Instant at) {}

    /**
     * The same thing said again.
     *
     * @param text absent for those who may not see the customer's words
     */
    record JoinedLine(
            @Nullable String text, String submittedBy, String channel, double similarity, Instant receivedAt) {}

    /** A merge or an undo. */
    record HistoryLine(String what, CaseId caseId, String reason, String by, Instant at) {}

    static DuplicatesView of(CaseView<IntakeState> view, Filed filed, List<Kin> alike, boolean withText) {
        CaseId own = new CaseId(view.id());
        Kinship kinship = filed.kinship();
        Kinship.MergedInto into = kinship.mergedInto();
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(IntakeDefinition.STREAM, view.sequences().getOrDefault(IntakeDefinition.STREAM, 0L));
        return new DuplicatesView(
                own,
                into == null || !into.settled()
                        ? null
                        : new MergeLine(into.caseId(), into.reason(), into.by(), into.at()),
                suspects(own, kinship, alike),
                kinship.absorbed().stream()
                        .map(it -> new MergeLine(it.caseId(), it.reason(), it.by(), it.at()))
                        .toList(),
                kinship.joined().size(),
                kinship.joined().stream().map(it -> joined(filed, it, withText)).toList(),
                kinship.turns().stream().map(DuplicatesView::history).toList(),
                asOf);
    }

    /** Those noted at the beginning and those found now, each once, without what is one case with this one already. */
    private static List<SuspectLine> suspects(CaseId own, Kinship kinship, List<Kin> alike) {
        Set<CaseId> seen = new HashSet<>(Set.of(own));
        kinship.absorbed().forEach(it -> seen.add(it.caseId()));
        if (kinship.mergedInto() != null) {
            seen.add(kinship.mergedInto().caseId());
        }
        List<SuspectLine> lines = new ArrayList<>();
        Stream.concat(
                        alike.stream()
                                .map(it -> new SuspectLine(
                                        it.caseId(), rounded(it.likeness().value()))),
                        kinship.suspects().stream().map(it -> new SuspectLine(it.caseId(), rounded(it.similarity()))))
                .filter(line -> seen.add(line.caseId()))
                .forEach(lines::add);
        return lines;
    }

    private static JoinedLine joined(Filed filed, Kinship.Joined joined, boolean withText) {
        String text = joined.text() == null ? filed.complaint().text() : joined.text();
        return new JoinedLine(
                withText ? text : null,
                joined.submittedBy(),
                joined.channel(),
                rounded(joined.similarity()),
                joined.receivedAt());
    }

    private static HistoryLine history(Kinship.Turn turn) {
        String what = turn.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new HistoryLine(what, turn.other(), turn.reason(), turn.by(), turn.at());
    }

    private static double rounded(double similarity) {
        return Math.round(similarity * 1000) / 1000.0;
    }
}
