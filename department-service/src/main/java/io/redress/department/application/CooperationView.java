package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Cooperation;
import io.redress.department.domain.Cooperation.InformalQuestion;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A case as all its departments see it (R85): the part of each, not only the reader's own. Nothing in it says who the
 * customer is. Who has no part in the case sees of it what was said by or to the reader, and not the complaint.
 *
 * @param owner who answers for it towards the customer
 * @param wanted what whoever answers for it asks of departments directly; absent for those who have no part in it
 * @param words the customer's own; absent before the first request, for auditors, and for those who have no part in the case
 */
public record CooperationView(
        CaseId caseId,
        @Nullable Party owner,
        @Nullable String words,
        @Nullable String language,
        List<PartView> requests,
        @Nullable List<WantedView> wanted,
        List<ContributionView> contributions,
        List<EvidenceView> evidence,
        List<InformalQuestionView> informalQuestions,
        @Nullable EffortView effort) {

    /**
     * How much the departments had to do with each other (R56).
     *
     * @param handOffs how often a department said that it is another's
     * @param questions questions back that stopped somebody's clock
     */
    public record EffortView(int departments, int handOffs, int helps, int questions, int informalQuestions) {
        static EffortView of(List<PartView> parts, List<InformalQuestionView> informal) {
            return new EffortView(
                    (int) parts.stream().map(PartView::department).distinct().count(),
                    (int) parts.stream().filter(it -> it.decline() != null).count(),
                    parts.stream().mapToInt(it -> it.helps().size()).sum(),
                    parts.stream().mapToInt(it -> it.questions().size()).sum(),
                    informal.size());
        }
    }

    /** What somebody knew. */
    public record ContributionView(
            String contributionId,
            @Nullable DepartmentCode department,
            String text,
            String by,
            @Nullable String inquiryId,
            Instant contributedAt,
            List<RequestId> usedIn) {}

    /** What somebody could show. */
    public record EvidenceView(
            String evidenceId,
            @Nullable DepartmentCode department,
            String title,
            @Nullable String href,
            String by,
            Instant attachedAt) {}

    /** A short question beside all forms. */
    public record InformalQuestionView(
            String questionId,
            Party from,
            Party to,
            String text,
            String by,
            Instant askedAt,
            @Nullable SaidView answer) {}

    /**
     * Everything, for those who have a part in the case.
     *
     * @param withWords whether the reader needs the customer's own words
     */
    public static CooperationView whole(CaseId caseId, DepartmentCase state, boolean withWords) {
        Cooperation all = state.cooperation();
        boolean asked = !state.requests().isEmpty();
        List<PartView> parts =
                state.requests().stream().map(it -> PartView.of(state, it)).toList();
        List<InformalQuestionView> informal = informal(all, _ -> true);
        return new CooperationView(
                caseId,
                all.owner(),
                asked && withWords ? state.words() : null,
                asked ? state.language() : null,
                parts,
                WantedView.of(state),
                contributions(all, _ -> true),
                evidence(all, _ -> true),
                informal,
                EffortView.of(parts, informal));
    }

    /** What was said by or to the reader, for those who have no part in the case. */
    public static CooperationView own(CaseId caseId, DepartmentCase state, Speaker reader) {
        Cooperation all = state.cooperation();
        return new CooperationView(
                caseId,
                null,
                null,
                null,
                List.of(),
                null,
                contributions(all, it -> isOf(reader, it.department(), it.by())),
                evidence(all, it -> isOf(reader, it.department(), it.by())),
                informal(all, it -> reader.speaksFor(it.from()) || reader.speaksFor(it.to())),
                null);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return requests.isEmpty() && contributions.isEmpty() && evidence.isEmpty() && informalQuestions.isEmpty();
    }

    /** Whether a department has, or had, a part in a case. */
    public static boolean isInvolved(DepartmentCase state, DepartmentCode department) {
        return state.requests().stream()
                .map(Request::ask)
                .anyMatch(it -> it.department().equals(department));
    }

    private static boolean isOf(Speaker reader, @Nullable DepartmentCode department, String by) {
        return department == null
                ? by.equals(reader.by())
                : reader.departments().contains(department);
    }

    private static List<ContributionView> contributions(Cooperation all, Predicate<Cooperation.Contribution> shown) {
        return all.contributions().stream()
                .filter(shown)
                .map(it -> new ContributionView(
                        it.id(), it.department(), it.text(), it.by(), it.inquiryId(), it.at(), it.usedIn()))
                .toList();
    }

    private static List<EvidenceView> evidence(Cooperation all, Predicate<Cooperation.Evidence> shown) {
        return all.evidence().stream()
                .filter(shown)
                .map(it -> new EvidenceView(it.id(), it.department(), it.title(), it.href(), it.by(), it.at()))
                .toList();
    }

    private static List<InformalQuestionView> informal(Cooperation all, Predicate<InformalQuestion> shown) {
        return all.informalQuestions().stream()
                .filter(shown)
                .map(it -> new InformalQuestionView(
                        it.id(), it.from(), it.to(), it.text(), it.by(), it.at(), SaidView.of(it.answer())))
                .toList();
    }
}
