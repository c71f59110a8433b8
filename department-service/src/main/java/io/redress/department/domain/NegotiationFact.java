package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What the department service remembers of what is offered and agreed about dates, and of who is displaced by it. */
public sealed interface NegotiationFact extends DealingFact {

    RequestId requestId();

    /** Takes the place of an offer that still stands. */
    record OfferKept(RequestId requestId, Negotiation.Offer offer) implements NegotiationFact {}

    record OfferEnded(RequestId requestId, String offerId, Negotiation.Fate fate) implements NegotiationFact {}

    /** The agreed date is the request's from now on. */
    record AgreementKept(RequestId requestId, Negotiation.Agreement agreement) implements NegotiationFact {}

    /** It has come forward, is looked at for whom it displaces, or all of them have been told. */
    record GainKept(RequestId requestId, Negotiation.Gain gain) implements NegotiationFact {}

    record PlaceLostKept(RequestId requestId, Negotiation.LostPlace place) implements NegotiationFact {}
}
