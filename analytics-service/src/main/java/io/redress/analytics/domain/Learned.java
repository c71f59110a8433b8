package io.redress.analytics.domain;

import io.redress.analytics.domain.feedback.Said;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an event says that matters here beyond being recorded. */
public sealed interface Learned {

    /** Nothing; by far the most. */
    record Nothing() implements Learned {}

    /**
     * Who filed the case, and so may see it; and what the customer says.
     *
     * @param channel by which it came; absent where it does not matter
     */
    record Complaint(
            String submittedBy, Said said, @Nullable String channel) implements Learned {
        public Complaint(String submittedBy, Said said) {
            this(submittedBy, said, null);
        }
    }

    /** What the customer says after the complaint. */
    record Words(String text) implements Learned {}

    /**
     * What it is about.
     *
     * @param revision 0 for the first diagnosis
     */
    record Diagnosis(int revision, List<String> natures) implements Learned {
        /** What is less likely than that is no more than a thought. */
        private static final double MORE_LIKELY_THAN_NOT = 0.5;

        public Diagnosis {
            natures = List.copyOf(natures);
        }

        /** The strongest, however weak it is, and all others that are more likely than not. */
        public static Diagnosis of(int revision, List<Hypothesis> hypotheses) {
            return new Diagnosis(
                    revision,
                    IntStream.range(0, hypotheses.size())
                            .filter(n -> n == 0 || hypotheses.get(n).confidence() > MORE_LIKELY_THAN_NOT)
                            .mapToObj(n -> hypotheses.get(n).nature())
                            .distinct()
                            .limit(Limits.KNOWN)
                            .toList());
        }
    }

    /**
     * A department would put it right in one of these ways.
     *
     * @param request absent where it does not matter, as are the others
     * @param onTime what the dates say; absent where nobody has told when it was due
     */
    record Answered(
            Set<String> kinds,
            @Nullable RequestId request,
            @Nullable DepartmentCode department,
            @Nullable Boolean onTime)
            implements Learned {
        public Answered {
            kinds = Set.copyOf(kinds);
        }

        public Answered(Set<String> kinds) {
            this(kinds, null, null, null);
        }
    }

    /** A department has declined a request. */
    record Declined(RequestId request, DepartmentCode department) implements Learned {}

    /** Whoever asked has sent an answer back. */
    record SentBack(RequestId request, DepartmentCode department) implements Learned {}

    /** Whoever asked has said how it was served. */
    record Rated(RequestId request, DepartmentCode department, boolean onTime, boolean complete) implements Learned {}

    /**
     * The customer may choose.
     *
     * @param kinds of the options, by their ids
     */
    record Proposed(Map<String, String> kinds) implements Learned {
        public Proposed {
            kinds = Map.copyOf(kinds);
        }
    }

    /** The customer has chosen. */
    record Chosen(String optionId) implements Learned {}

    /** Whether another case speaks for it from now on. */
    record Merged(boolean merged) implements Learned {}

    /**
     * These departments have a part in the case, and so may see it.
     *
     * @param publicSince from when on everybody may see it as well; absent where nobody has found so
     */
    record Departments(
            Set<DepartmentCode> departments, @Nullable Instant publicSince) implements Learned {
        public Departments {
            departments = Set.copyOf(departments);
        }

        public Departments(Set<DepartmentCode> departments) {
            this(departments, null);
        }
    }

    /** Something was said in public. */
    record SaidInPublic() implements Learned {}

    /** A department says otherwise than what holds, and was kept from saying it to the customer. */
    record Contradicted() implements Learned {}

    /** The case was over and is not any more. */
    record Reopened() implements Learned {}

    /**
     * The case is over.
     *
     * @param satisfied in the customer's word; absent where it said nothing
     */
    record Closure(
            CaseId caseId,
            CaseClosed.Reason reason,
            @Nullable Boolean satisfied) implements Learned {
        public Closure(CaseId caseId, CaseClosed.Reason reason) {
            this(caseId, reason, null);
        }
    }
}
