package io.redress.intake.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.Attachment;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.Owner;
import io.redress.contracts.Severity;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.Origin;
import io.redress.intake.domain.Progress;
import io.redress.intake.domain.Step;
import io.redress.intake.domain.email.Email;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case as people see it: which step, who owns it, what comes next and by when (R11, R17).
 *
 * @param channel absent, as all that is about words, where nobody has complained
 * @param text the customer's own words, absent for those who may not see them
 * @param origin how the complaint came to us, absent for those who may not see the words
 * @param kind what it is: {@code complaint}, {@code listening}, {@code praise}, {@code question} or {@code shipment}
 * @param hostile whether whoever speaks with this customer needs strong nerves (R144)
 * @param mergedInto the case that speaks for this one now
 * @param suspectedDuplicates cases that may say the same, only for those who may see them
 * @param repeatedContacts how often the customer had to come back about the same (R54)
 * @param joined what was said again, absent for those who may not see it
 * @param shipment what is watched before anybody complains
 * @param asOf how far the view knows each stream; what is later it has not heard yet
 */
public record CaseOverview(
        CaseId caseId,
        String status,
        String step,
        Owner owner,
        @Nullable NextView next,
        Customer customer,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String text,
        @Nullable String clientReference,
        @Nullable OriginView origin,
        @Nullable DiagnosisView diagnosis,
        String kind,
        ConversationView.@Nullable MoodView mood,
        boolean hostile,
        @Nullable ConversationView conversation,
        List<DepartmentCode> departments,
        Instant receivedAt,
        @Nullable Instant closedAt,
        @Nullable CaseId mergedInto,
        @Nullable List<CaseId> suspectedDuplicates,
        int repeatedContacts,
        @Nullable List<JoinedWords> joined,
        @Nullable Shipment shipment,
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
                origin,
                diagnosis,
                kind,
                mood,
                hostile,
                conversation,
                departments,
                receivedAt,
                closedAt,
                mergedInto,
                filed.kinship().suspects().stream().map(Kinship.Suspect::caseId).toList(),
                repeatedContacts,
                joined,
                shipment,
                asOf);
    }

    /** What comes next, as a code and as a sentence in the language of the case. */
    public record NextView(String what, String sentence, Instant by) {}

    /** What the complaint seems to be about. */
    public record DiagnosisView(
            List<Hypothesis> hypotheses,
            double mood,
            boolean publicImpact,
            boolean crisis,
            String rulesVersion,
            @Nullable Severity severity,
            @Nullable Boolean massOutage) {
        static DiagnosisView of(ComplaintDiagnosed found) {
            return new DiagnosisView(
                    found.hypotheses(),
                    found.mood(),
                    found.publicImpact(),
                    found.crisis(),
                    found.rulesVersion(),
                    found.severity(),
                    found.massOutage());
        }
    }

    /**
     * How the complaint came to us.
     *
     * @param submittedBy the client whose case it is
     * @param filedBy who typed it where that was somebody else
     * @param imported true where it comes from the history of another system
     * @param outcome how it ended there
     */
    public record OriginView(
            String submittedBy,
            @Nullable String filedBy,
            @Nullable Email email,
            List<Attachment> attachments,
            @Nullable Boolean imported,
            @Nullable String outcome) {
        static OriginView of(Complaint complaint) {
            Origin origin = complaint.origin();
            Origin.Imported history = origin.imported();
            return new OriginView(
                    complaint.submittedBy(),
                    origin.filedBy(),
                    origin.email(),
                    origin.attachments(),
                    history == null ? null : true,
                    history == null ? null : history.outcome());
        }
    }

    /** Says what a case waits for and what comes next, in a language; pure. */
    @FunctionalInterface
    public interface Sentences {
        String of(Progress progress, Progress.NextStep what, String language);
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
                filed.kinship().merged() ? null : next(progress, complaint.language(), sentences),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                withText ? complaint.text() : null,
                complaint.clientReference(),
                withText ? OriginView.of(complaint) : null,
                DiagnosisView.of(filed.diagnosis()),
                ConversationView.kind(filed.diagnosis()),
                ConversationView.MoodView.of(filed),
                filed.conversation().hostile(),
                ConversationView.of(filed.conversation()),
                progress.departments(),
                complaint.receivedAt(),
                progress.closedAt(),
                mergedInto(filed.kinship()),
                null,
                filed.repeatedContacts(),
                withText ? JoinedWords.of(filed) : null,
                null,
                asOf(view));
    }

    /** A watched shipment: a case like any other, in which nobody has said anything (R46). */
    public static CaseOverview of(CaseView<IntakeState> view, Prepared prepared) {
        ProactiveCaseOpened opened = prepared.opened();
        return new CaseOverview(
                new CaseId(view.id()),
                code(prepared.closed() ? Progress.Status.CLOSED : Progress.Status.OPEN),
                code(prepared.closed() ? Step.LEARN : Step.COORDINATE),
                opened.owner(),
                null,
                opened.customer(),
                null,
                null,
                null,
                null,
                null,
                null,
                "shipment",
                null,
                false,
                null,
                prepared.departments(),
                opened.openedAt(),
                prepared.closedAt(),
                null,
                null,
                0,
                null,
                opened.shipment(),
                asOf(view));
    }

    private static @Nullable CaseId mergedInto(Kinship kinship) {
        return kinship.merged() && kinship.mergedInto() != null
                ? kinship.mergedInto().caseId()
                : null;
    }

    private static @Nullable NextView next(Progress progress, String language, Sentences sentences) {
        Progress.Next next = progress.next();
        return next == null
                ? null
                : new NextView(code(next.what()), sentences.of(progress, next.what(), language), next.by());
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
