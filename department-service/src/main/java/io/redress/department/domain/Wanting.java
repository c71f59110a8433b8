package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.MissingField;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.Cooperation.Wanted;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.CooperationFact.WantedKept;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.RequestContract.Checked.Fit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asking is normal (R58): whoever answers for a case asks a department directly, as a department does for its part. */
public final class Wanting {
    /** Whoever needs more at a time has not understood what the customer says. */
    static final int MOST_OPEN = 10;

    static final int MOST = 60;

    private Wanting() {}

    /** How a department's wish for help is decided. */
    interface Hearing {
        Decision<DepartmentFact> hear(DepartmentCase state, DepartmentReply reply, Instant now);
    }

    static Decision<DepartmentFact> ask(
            DepartmentCase state, AskDepartment command, Completeness completeness, Hearing hearing, Instant now) {
        RequestId forRequest = command.forRequest();
        return forRequest == null
                ? want(state, command, completeness, now)
                : help(state, forRequest, command, hearing, now);
    }

    private static Decision<DepartmentFact> help(
            DepartmentCase state, RequestId forRequest, AskDepartment command, Hearing hearing, Instant now) {
        Request request = state.request(forRequest);
        // Whose it is not need not learn that it is there.
        if (request == null
                || !command.speaker().departments().contains(request.ask().department())) {
            return reject("unknown-request", "Expected a request to your department, but got " + forRequest);
        }
        return hearing.hear(
                state,
                new DepartmentReply.Help(
                        command.key(),
                        forRequest,
                        request.ask().department(),
                        command.speaker().by(),
                        command.from(),
                        command.kind(),
                        command.subject(),
                        command.fields().isEmpty() ? null : command.fields(),
                        command.wantedBy()),
                now);
    }

    private static Decision<DepartmentFact> want(
            DepartmentCase state, AskDepartment command, Completeness completeness, Instant now) {
        if (!command.speaker().frontDesk()) {
            return reject("for-request-missing", "Expected the request of your own that it is for");
        }
        Wanted before = under(state, command.key()).orElse(null);
        if (before != null) {
            return isSame(before, command)
                    ? nothing()
                    : reject("reply-id-reused", "Expected a new key for another request");
        }
        List<Wanted> wanted = state.cooperation().wanted();
        if (wanted.size() >= MOST
                || wanted.stream().filter(it -> isWaitedFor(state, it)).count() >= MOST_OPEN) {
            return reject(
                    "too-many-requests-in-case",
                    "Expected at most " + MOST_OPEN + " open requests of the front desk and " + MOST
                            + " in a case, but there are as many already");
        }
        Decision<DepartmentFact> refused = refused(command.kind(), command.wantedBy(), now);
        if (refused != null) {
            return refused;
        }
        Look look = completeness.look(state, command.from(), command.kind(), command.fields());
        return look.checked() instanceof Fit(var fields)
                ? wanted(state, command, look, fields, now)
                : Completeness.refuse(command.from(), look);
    }

    /** What nobody can ask for, be it a department or the front desk; null where it can be asked for. */
    static @Nullable Decision<DepartmentFact> refused(RequestKind kind, @Nullable Instant wantedBy, Instant now) {
        if (kind == RequestKind.EXECUTION) {
            return reject(
                    "execution-follows-a-choice",
                    "Expected another kind than EXECUTION, because only what the customer has chosen is carried out");
        }
        return wantedBy != null && !wantedBy.isAfter(now)
                ? reject("wanted-by-passed", "Expected wantedBy in the future, but it has passed")
                : null;
    }

    private static Decision<DepartmentFact> wanted(
            DepartmentCase state, AskDepartment command, Look look, Map<String, String> fields, Instant now) {
        Party owner = state.cooperation().owner();
        Wanted wanted = new Wanted(
                "wanted-" + (state.cooperation().wanted().size() + 1),
                command.key(),
                owner == null ? Speaker.FRONT_DESK : owner,
                command.from(),
                command.kind(),
                command.subject(),
                command.fields(),
                look.filled(),
                command.speaker().by(),
                now,
                command.wantedBy());
        return accept(
                new WantedKept(wanted),
                new Published(new RequestWanted(
                        command.caseId(),
                        wanted.id(),
                        wanted.requester(),
                        wanted.from(),
                        wanted.kind(),
                        wanted.subject(),
                        wanted.by(),
                        now,
                        fields.isEmpty() ? null : fields,
                        wanted.wantedBy())));
    }

    private static boolean isSame(Wanted before, AskDepartment command) {
        return before.from().equals(command.from())
                && before.kind() == command.kind()
                && before.subject().equals(command.subject())
                && before.given().equals(command.fields())
                && Objects.equals(before.wantedBy(), command.wantedBy());
    }

    private static boolean isWaitedFor(DepartmentCase state, Wanted wanted) {
        Request request = requestOf(state, wanted).orElse(null);
        return !(request instanceof Request.Answered || request instanceof Request.Withdrawn);
    }

    /** What was asked for under this key, if anything. */
    public static Optional<Wanted> under(DepartmentCase state, String key) {
        return state.cooperation().wanted().stream()
                .filter(it -> it.key().equals(key))
                .findFirst();
    }

    /** The request that was raised for it; where it went on to another department, the last one. */
    public static Optional<Request> requestOf(DepartmentCase state, Wanted wanted) {
        return state.requests().reversed().stream()
                .filter(it -> wanted.id().equals(it.ask().wantedId()))
                .findFirst();
    }

    /** What whoever supplies a prerequisite is asked for. */
    public static String subjectFor(DepartmentCode needing, MissingField field) {
        return "Issue what " + needing + " needs: " + field.name() + " (" + field.meaning() + ").";
    }
}
