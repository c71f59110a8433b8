package io.redress.department.adapter.http;

import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Refusal;
import io.redress.department.application.CharterView;

/**
 * The entity tag of a charter: the version that was published last, and after a dot what else can change, so that no cache
 * shows a charter that is not in force any more. Whoever publishes must have seen the version only.
 */
final class CharterTag {
    private CharterTag() {}

    static String of(long revision, CharterView view) {
        return view.version() == revision && view.agreed().isEmpty()
                ? ExpectedRevision.tag(revision)
                : "\"%d.%d.%d\""
                        .formatted(revision, view.version(), view.agreed().size());
    }

    /** @throws Refusal 412 where the caller has not seen this version */
    static void orRefuse(ExpectedRevision seen, long revision) {
        new ExpectedRevision(seen.tag().replaceFirst("\\..*", "\"")).orRefuse(revision);
    }
}
