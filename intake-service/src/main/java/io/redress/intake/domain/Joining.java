package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship.Joined;
import io.redress.intake.domain.KinshipCommand.Join;
import io.redress.intake.domain.KinshipCommand.OpenBeside;
import io.redress.intake.domain.KinshipFact.KinshipChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who says the same thing again is answered in the case that there is (R54). */
final class Joining {
    private final Filing filing;
    private final Messages messages;

    Joining(Filing filing, Messages messages) {
        this.filing = filing;
        this.messages = messages;
    }

    /** A case of its own that knows which others may say the same. */
    Decision<IntakeFact> open(IntakeState state, OpenBeside open, Instant now) {
        return switch (filing.file(state, open.complaint(), now)) {
            case Decision.Accepted<IntakeFact>(var facts) -> {
                List<IntakeFact> all = new ArrayList<>(facts);
                all.add(new KinshipChanged(Kinship.opened(open.sketch(), open.suspects())));
                yield Decision.accept(all);
            }
            case Decision.Rejected<IntakeFact> rejected -> rejected;
        };
    }

    /** The words are kept on the case, and the customer hears that they are. The same request again changes nothing. */
    Decision<IntakeFact> join(Filed filed, Join join, Instant now) {
        FileComplaint said = join.complaint();
        Kinship kinship = filed.kinship();
        var known = knownAs(filed, said);
        if (known != null) {
            return known;
        }
        boolean verbatim = said.text().equals(filed.complaint().text());
        if (!filed.takesFurtherWords()
                || kinship.full(verbatim ? 0 : said.text().length())) {
            return Decision.reject(
                    "takes-no-further-words", "Expected an open case with room for further words of the customer");
        }
        Kinship more = kinship.with(new Joined(
                said.key(),
                said.fingerprint(),
                said.reference(),
                said.submittedBy(),
                said.channel(),
                verbatim ? null : said.text(),
                join.similarity(),
                now));
        int repeated = more.joined().size();
        String mark = "joined:" + repeated;
        return Decision.accept(
                new KinshipChanged(more),
                new Published(new ComplaintJoined(
                        filed.diagnosis().caseId(),
                        said.clientReference(),
                        said.submittedBy(),
                        said.channel(),
                        said.text(),
                        join.similarity(),
                        repeated,
                        now)),
                messages.about(
                        filed.with(more),
                        Occasion.Joined.following(filed.progress().next()),
                        mark,
                        Integer.toString(repeated),
                        now));
    }

    /** What an earlier try under the same key, or the same number of the client's own, means for this one. */
    private static @Nullable Decision<IntakeFact> knownAs(Filed filed, FileComplaint said) {
        Complaint first = filed.complaint();
        if (first.key().equals(said.key())) {
            return sameOrReused(first.fingerprint(), said, "idempotency-key-reused");
        }
        var byKey = filed.kinship().joinedUnder(said.key());
        if (byKey.isPresent()) {
            return sameOrReused(byKey.get().fingerprint(), said, "idempotency-key-reused");
        }
        if (said.reference() != null && said.reference().equals(first.reference())) {
            return sameOrReused(first.fingerprint(), said, "client-reference-reused");
        }
        return filed.kinship()
                .joinedAs(said.reference())
                .map(it -> sameOrReused(it.fingerprint(), said, "client-reference-reused"))
                .orElse(null);
    }

    private static Decision<IntakeFact> sameOrReused(String before, FileComplaint said, String code) {
        return before.equals(said.fingerprint())
                ? Decision.nothing()
                : Decision.reject(code, "Expected the same request as before under the same name, but got another");
    }
}
