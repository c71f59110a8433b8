package io.redress.department.domain;

import io.redress.contracts.NegotiationEvent.Load;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says about when a request is answered, and what follows for others. */
public sealed interface NegotiationCommand extends DealingCommand {

    RequestId requestId();

    /** What one of the two sides says. */
    sealed interface Word extends NegotiationCommand {
        Speaker speaker();
    }

    /**
     * A date that the other side may accept.
     *
     * @param key the speaker's own name for it, unlike anybody else's: saying it again has no further effect
     * @param usual how long such work took before; absent where too little is known or nobody has looked
     * @param load what it means for the department's queue; absent where nobody has looked
     */
    record MakeOffer(
            RequestId requestId,
            String key,
            Speaker speaker,
            Negotiation.Expectation expectation,
            @Nullable Usual usual,
            @Nullable Load load)
            implements Word {}

    record AcceptOffer(RequestId requestId, String offerId, Speaker speaker) implements Word {}

    record DeclineOffer(RequestId requestId, String offerId, Speaker speaker, String reason) implements Word {}

    /**
     * A request that has come forward displaces these.
     *
     * @param displaced how many there are
     * @param first those that come first in the queue; at most {@value Displacing#MOST_TOLD}
     */
    record NameDisplaced(RequestId requestId, int displaced, List<Displaced> first) implements NegotiationCommand {
        public NameDisplaced {
            first = List.copyOf(first);
        }
    }

    /** This request is displaced by another one. */
    record LosePlace(Displaced displaced, RequestId to) implements NegotiationCommand {
        @Override
        public RequestId requestId() {
            return displaced.requestId();
        }
    }

    /** All that a request displaces have been told. */
    record EndTelling(RequestId requestId) implements NegotiationCommand {}
}
