package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is waited on and has not been heard of.
 *
 * @param waitId what is waited for: the id of a request, of a question about one, or of an offered date
 * @param on who is waited on
 * @param parent the wait of whoever waits here and cannot go on meanwhile; absent where nobody is kept by it
 * @param since the last sign of life
 * @param stage what has been done about it
 * @param from when that was; the time to the next stage runs from here
 * @param charter the version under which they were asked, 0 where they had published none; absent for the one in force
 * @param until when the wait is over whatever happens, so that all is said before; absent where it goes on
 */
public record Silence(
        String waitId,
        Party on,
        @Nullable String parent,
        Instant since,
        Stage stage,
        Instant from,
        @Nullable Integer charter,
        @Nullable Instant until) {

    private static final String CONTEST = "contest:";
    private static final String STATEMENT = "statement:";

    /** A department is to say whether it still says something else than another one. */
    static Silence aboutContest(String claimId, Party on, Instant at) {
        return beginning(contestId(claimId, on), on, null, at, null);
    }

    /** The same as the wait has: each of the two is waited on. */
    static String contestId(String claimId, Party on) {
        return CONTEST + claimId + ":" + on.id();
    }

    /** A department is to agree to what somebody wants to say. */
    static Silence about(Waiting.Unsaid unsaid) {
        return beginning(statementId(unsaid), Party.department(unsaid.on()), null, unsaid.since(), null);
    }

    /** The same as the wait has: each of those who must agree is waited on. */
    static String statementId(Waiting.Unsaid unsaid) {
        return STATEMENT + unsaid.statementId() + ":" + unsaid.on();
    }

    /**
     * Whether the case stands still meanwhile: it goes on while departments disagree about a fact or about a date, and
     * while something is not said yet.
     */
    boolean holdsUpTheCase() {
        return until == null && !waitId.startsWith(CONTEST) && !waitId.startsWith(STATEMENT);
    }

    /** How far a silence has been spoken about. */
    public enum Stage {
        ASKED,
        REMINDED,
        DEPUTY_ASKED,
        SUPERIOR_ASKED
    }

    /** Whoever is asked something that is no request is asked under the charter in force. */
    static Silence beginning(String waitId, Party on, @Nullable String parent, Instant at) {
        return beginning(waitId, on, parent, at, null);
    }

    static Silence beginning(String waitId, Party on, @Nullable String parent, Instant at, @Nullable Integer charter) {
        return new Silence(waitId, on, parent, at, Stage.ASKED, at, charter, null);
    }

    /** Somebody is offered a date, and may answer until then. */
    static Silence beginning(String waitId, Party on, Instant at, Instant until) {
        return new Silence(waitId, on, null, at, Stage.ASKED, at, null, until);
    }

    Silence broken(Instant at) {
        return new Silence(waitId, on, parent, at, Stage.ASKED, at, charter, until);
    }

    Silence reaching(Stage next, Instant at) {
        return new Silence(waitId, on, parent, since, next, at, charter, until);
    }
}
