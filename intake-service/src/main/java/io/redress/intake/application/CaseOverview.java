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
 * @param kind what it is: {@code complaint}, {@code listening}, {@code praise} or {@code question}
 * @param hostile whether whoever speaks with this customer needs strong nerves (R144)
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
        String kind,
        ConversationView.MoodView mood,
        boolean hostile,
        ConversationView conversation,
        List<DepartmentCode> departments,
        Instant receivedAt,
        @Nullable Instant closedAt,
        Map<String, Long> asOf) {

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
                code(progress.status()),
                code(progress.step()),
                complaint.owner(),
                next(progress.next(), complaint.language(), sentences),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                withText ? complaint.text() : null,
                complaint.clientReference(),
                DiagnosisView.of(filed.diagnosis()),
                ConversationView.kind(filed.diagnosis()),
                ConversationView.MoodView.of(filed),
                filed.conversation().hostile(),
                ConversationView.of(filed.conversation()),
                progress.departments(),
                complaint.receivedAt(),
                progress.closedAt(),
                asOf(view));
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
