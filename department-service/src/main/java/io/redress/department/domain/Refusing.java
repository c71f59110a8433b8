package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentRefusal.Origin;
import io.redress.contracts.DepartmentRefusal.Problem;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase.EarlyReply;
import io.redress.department.domain.DepartmentFact.RefusedLater;
import io.redress.department.domain.RefusalCommand.TellRefusals;
import io.redress.department.domain.RefusalFact.RefusalTold;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever sent a reply that is not taken hears so, once, with the reason. */
public final class Refusing {
    private Refusing() {}

    static Decision<DepartmentFact> decide(DepartmentState state, RefusalCommand command) {
        return switch (command) {
            case TellRefusals(var stream, var refusals) ->
                accept(refusals.stream()
                        .filter(it -> it.offset() > ledger(state).told())
                        .<DepartmentFact>map(it -> new RefusalTold(stream, it.offset(), it.refusal()))
                        .toList());
        };
    }

    static RefusalLedger after(RefusalFact fact) {
        return switch (fact) {
            case RefusalTold(var _, var offset, var _) -> new RefusalLedger(offset);
        };
    }

    private static RefusalLedger ledger(DepartmentState state) {
        return state instanceof RefusalLedger known ? known : RefusalLedger.EMPTY;
    }

    /** What was kept for a request that has not come in time. */
    static RefusedLater neverRaised(EarlyReply early, Instant now) {
        String why = early.reply() instanceof DepartmentReply.OnRequest
                ? "Expected a request that was raised, but none with this id has become known within a day"
                : "Expected a case that departments work on, but none with this id has become known within a day";
        return later(early.reply(), "unknown-request", why, now);
    }

    /** What came early and is refused now that its request has come. */
    static RefusedLater later(DepartmentReply reply, String code, String why, Instant now) {
        return new RefusedLater(refusal(reply, code, why, List.of(), now, null));
    }

    /** The refusal of a reply that could be read. */
    public static ReplyRefused refusal(
            DepartmentReply reply,
            String code,
            String why,
            List<Problem> problems,
            Instant now,
            @Nullable Origin origin) {
        RequestId requestId = reply instanceof DepartmentReply.OnRequest on ? on.requestId() : null;
        return new ReplyRefused(
                reply.caseId(),
                reply.replyId(),
                requestId,
                reply.department(),
                code,
                shortened(why),
                problems,
                now,
                origin);
    }

    /** A sentence that fits. */
    public static String shortened(String sentence) {
        return sentence.length() <= Limits.NOTE ? sentence : sentence.substring(0, Limits.NOTE - 3) + "...";
    }

    /** What is wrong with the fields of a request for help, as pointers into it. */
    public static List<Problem> problems(List<Flaw> flaws) {
        return flaws.stream()
                .limit(Limits.FIELDS)
                .map(it -> new Problem(
                        "/fields/" + it.field().replace("~", "~0").replace("/", "~1"), shortened(it.sentence())))
                .toList();
    }
}
