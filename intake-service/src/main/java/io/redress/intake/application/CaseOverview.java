package io.redress.intake.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Owner;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case as people see it: which step, who owns it, what comes next and by when (R11, R17).
 *
 * @param text the customer's own words, absent for those who may not see them
 * @param mergedInto the case that speaks for this one now
 * @param suspectedDuplicates cases that may say the same, only for those who may see them
 * @param repeatedContacts how often the customer has said it again
 * @param joined what was said again, absent for those who may not see it
 * @param asOf how far the view knows each stream; what is later it has not heard yet
 */
public record CaseOverview(
        CaseId caseId,
        String status,
        String step,
        Owner owner,
        @Nullable NextView next,
        Customer customer,
        String channel,
        String language,
        @Nullable String text,
        @Nullable String clientReference,
        DiagnosisView diagnosis,
        List<DepartmentCode> departments,
        Instant receivedAt,
        @Nullable Instant closedAt,
        @Nullable CaseId mergedInto,
        @Nullable List<CaseId> suspectedDuplicates,
        int repeatedContacts,
        @Nullable List<JoinedWords> joined,
        Map<String, Long> asOf) {

    /** What the customer said again, verbatim. */
    public record JoinedWords(String text, String channel, Instant receivedAt) {
        static List<JoinedWords> of(Filed filed) {
            return filed.kinship().joined().stream()
                    .map(it -> new JoinedWords(
                            it.text() == null ? filed.complaint().text() : it.text(), it.channel(), it.receivedAt()))
                    .toList();
        }
    }

    /** The same with the cases that may say the same, for those who may see every case. */
    public CaseOverview withSuspects(Filed filed) {
        return new CaseOverview(
                caseId,
                status,
                step,
                owner,
                next,
                customer,
                channel,
                language,
                text,
                clientReference,
                diagnosis,
                departments,
                receivedAt,
                closedAt,
                mergedInto,
                filed.kinship().suspects().stream().map(Kinship.Suspect::caseId).toList(),
                repeatedContacts,
                joined,
                asOf);
    }

    /** What comes next, as a code and as a sentence in the language of the case. */
    public record NextView(String what, String sentence, Instant by) {}

    /** What the complaint seems to be about. */
    public record DiagnosisView(
            List<Hypothesis> hypotheses, double mood, boolean publicImpact, boolean crisis, String rulesVersion) {
        static DiagnosisView of(ComplaintDiagnosed found) {
            return new DiagnosisView(
                    found.hypotheses(), found.mood(), found.publicImpact(), found.crisis(), found.rulesVersion());
        }
    }

    /** Says what comes next in a language; pure. */
    @FunctionalInterface
    public interface Sentences {
        String of(Progress.NextStep what, String language);
    }

    /** @param withText whether the reader may see the customer's words */
    public static CaseOverview of(CaseView<IntakeState> view, Filed filed, Sentences sentences, boolean withText) {
        Complaint complaint = filed.complaint();
        Progress progress = filed.progress();
        return new CaseOverview(
                new CaseId(view.id()),
                filed.kinship().merged() ? "merged" : code(progress.status()),
                code(progress.step()),
                complaint.owner(),
                filed.kinship().merged() ? null : next(progress.next(), complaint.language(), sentences),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                withText ? complaint.text() : null,
                complaint.clientReference(),
                DiagnosisView.of(filed.diagnosis()),
                progress.departments(),
                complaint.receivedAt(),
                progress.closedAt(),
                mergedInto(filed.kinship()),
                null,
                filed.kinship().joined().size(),
                withText ? JoinedWords.of(filed) : null,
                asOf(view));
    }

    private static @Nullable CaseId mergedInto(Kinship kinship) {
        return kinship.merged() && kinship.mergedInto() != null
                ? kinship.mergedInto().caseId()
                : null;
    }

    private static @Nullable NextView next(Progress.@Nullable Next next, String language, Sentences sentences) {
        return next == null ? null : new NextView(code(next.what()), sentences.of(next.what(), language), next.by());
    }

    private static Map<String, Long> asOf(CaseView<IntakeState> view) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(IntakeDefinition.STREAM, view.sequences().getOrDefault(IntakeDefinition.STREAM, 0L));
        return asOf;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
