package io.redress.routing.domain;

import io.redress.contracts.KnownAnswer;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.knowledge.ProblemMatch;
import io.redress.routing.domain.knowledge.Symptoms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As what a complaint is recognised.
 *
 * @param match the known problem; null where it is none
 * @param others that match, too
 * @param isNew whether the case is not linked to it yet
 */
record Recognition(Symptoms symptoms, @Nullable ProblemMatch match, List<String> others, boolean isNew) {

    static Recognition none(Symptoms symptoms) {
        return new Recognition(symptoms, null, List.of(), false);
    }

    /** Whose problem it is has a part in the case, whatever the table says. */
    Plan into(Plan plan) {
        if (match == null
                || plan.parts().stream()
                        .anyMatch(it ->
                                it.department().equals(match.problem().problem().department()))) {
            return plan;
        }
        return plan.with(new Plan.Part(
                match.problem().problem().department(),
                kind(match),
                match.nature(),
                "Knows of the problem already: " + match.problem().problem().title(),
                subject(match)));
    }

    static String subject(ProblemMatch match) {
        return "Confirm that what is known answers this complaint: "
                + match.problem().problem().title();
    }

    static RequestKind kind(ProblemMatch match) {
        return match.problem().problem().options().isEmpty() ? RequestKind.INFORMATION : RequestKind.SOLUTION;
    }

    static KnownAnswer answer(ProblemMatch match) {
        var known = match.problem().problem();
        return new KnownAnswer(
                match.problem().id(),
                known.title(),
                match.reason(),
                known.findings(),
                known.claims(),
                known.options(),
                match.problem().by());
    }
}
