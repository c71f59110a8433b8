package io.redress.routing.domain;

import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom, for what, and since when.
 *
 * @param id the same for the same wait as long as it lasts, unique within its case
 * @param limit when it should be over
 * @param requestId what is waited for or asked about; absent where it is no request
 */
public record Wait(
        String id,
        Party who,
        Party on,
        What what,
        Instant since,
        Instant limit,
        @Nullable RequestId requestId) {

    /** What is waited for. */
    public enum What {
        /** That a department answers a request. */
        REQUEST,
        /** That another department helps with a request. */
        HELP,
        /** That a department clears something. */
        APPROVAL,
        /** That whoever made a request answers a question about it. */
        QUESTION,
        /** That the customer says what the complaint is about. */
        CLARIFICATION,
        /** That the customer chooses among the proposals. */
        CHOICE,
        /** That somebody takes over what is offered. */
        OFFER,
        /** That the superior decides who of a circle goes first. */
        DECISION,
        /** That a department says how far it is. */
        PROGRESS,
        /** That a department says when it will be done. */
        ESTIMATE,
        /** That a department says whether a date is still true. */
        REESTIMATE,
        /** That the other side says whether it holds an offered date. */
        AGREEMENT,
        /** That a department agrees with another one about a fact. */
        CONTEST,
        /** That a department agrees to what is to be said to the customer. */
        STATEMENT;

        /** As it is written in ids and documents. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is another one, whatever its dates are. */
    public boolean isSame(Wait other) {
        return id.equals(other.id) && on.equals(other.on);
    }
}
