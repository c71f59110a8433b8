package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.HelpReleased;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.Cooperation.Help;
import io.redress.department.domain.CooperationFact.HelpDropped;
import io.redress.department.domain.CooperationFact.HelpKept;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.RequestContract.Checked.Fit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A department may need another one for its part. It stays the one that answers for that part. */
public final class Helping {
    /** Whoever needs more at a time has not understood what is asked. */
    static final int MOST_OPEN = 10;

    static final int MOST = 60;

    private Helping() {}

    static Decision<DepartmentFact> help(
            DepartmentCase state, Open request, DepartmentReply.Help reply, Completeness completeness, Instant now) {
        List<Help> helps = state.cooperation().helps();
        RequestId id = request.ask().id();
        if (reply.from().equals(reply.department())) {
            return reject("own-department", "Expected another department than " + reply.department());
        }
        Decision<DepartmentFact> refused = Wanting.refused(reply.kind(), reply.wantedBy(), now);
        if (refused != null) {
            return refused;
        }
        if (helps.size() >= MOST
                || helps.stream().filter(it -> isWaitedFor(state, it, id)).count() >= MOST_OPEN) {
            return reject(
                    "too-many-helps",
                    "Expected at most " + MOST_OPEN + " open helps for a request and " + MOST
                            + " in a case, but there are as many already");
        }
        Look look = completeness.look(state, reply.from(), reply.kind(), given(reply));
        return look.checked() instanceof Fit(var fields)
                ? asked(
                        reply,
                        id,
                        new Help("help-" + (helps.size() + 1), reply, now, false, look.filled()),
                        fields,
                        now)
                : Completeness.refuse(reply.from(), look);
    }

    static Map<String, String> given(DepartmentReply.Help reply) {
        return reply.fields() == null ? Map.of() : reply.fields();
    }

    private static Decision<DepartmentFact> asked(
            DepartmentReply.Help reply, RequestId id, Help help, Map<String, String> fields, Instant now) {
        return accept(
                new HelpKept(help),
                new Published(new HelpRequested(
                        id.caseId(),
                        id,
                        help.id(),
                        reply.department(),
                        reply.from(),
                        reply.kind(),
                        reply.subject(),
                        reply.by(),
                        now,
                        fields.isEmpty() ? null : fields,
                        reply.wantedBy())));
    }

    /** What follows for the helpers where a department has ended its part: who has not helped yet need not go on. */
    static List<DepartmentFact> released(DepartmentCase state, RequestId ended, String reason, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        for (Help help : state.cooperation().helps()) {
            if (isWaitedFor(state, help, ended)) {
                facts.add(new HelpDropped(help.id()));
                facts.add(new Published(new HelpReleased(
                        ended.caseId(),
                        ended,
                        help.id(),
                        help.reply().department(),
                        help.reply().from(),
                        reason,
                        now)));
            }
        }
        return facts;
    }

    private static boolean isWaitedFor(DepartmentCase state, Help help, RequestId request) {
        return help.isFor(request)
                && !help.released()
                && !(requestOf(state, help).orElse(null) instanceof Request.Answered);
    }

    /**
     * The request that was raised for a help; where it went on to another department, the last one. Requests do not name
     * the help they come from, so those for the same subject are taken in their order.
     */
    public static Optional<Request> requestOf(DepartmentCase state, Help help) {
        List<Help> alike = state.cooperation().helps().stream()
                .filter(it -> isAlike(it.reply(), help.reply()))
                .toList();
        List<Request> raised = state.requests().stream()
                .filter(it -> help.reply().requestId().equals(it.ask().parent())
                        && it.ask().kind() == help.reply().kind()
                        && it.ask().subject().equals(help.reply().subject()))
                .toList();
        if (alike.size() == 1) {
            return raised.isEmpty() ? Optional.empty() : Optional.of(raised.getLast());
        }
        return raised.stream()
                .filter(it -> it.ask().department().equals(help.reply().from()))
                .skip(alike.stream()
                        .filter(it -> it.reply().from().equals(help.reply().from()))
                        .toList()
                        .indexOf(help))
                .findFirst();
    }

    private static boolean isAlike(DepartmentReply.Help one, DepartmentReply.Help other) {
        return one.requestId().equals(other.requestId())
                && one.kind() == other.kind()
                && one.subject().equals(other.subject());
    }
}
