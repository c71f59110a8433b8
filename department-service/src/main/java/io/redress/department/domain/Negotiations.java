package io.redress.department.domain;

import io.redress.contracts.RequestId;
import io.redress.department.domain.NegotiationFact.AgreementKept;
import io.redress.department.domain.NegotiationFact.GainKept;
import io.redress.department.domain.NegotiationFact.OfferEnded;
import io.redress.department.domain.NegotiationFact.OfferKept;
import io.redress.department.domain.NegotiationFact.PlaceLostKept;
import java.util.ArrayList;
import java.util.List;

/**
 * What is offered and agreed about the dates of requests.
 *
 * @param all one for each request about whose date something has been said or has followed
 */
public record Negotiations(List<Negotiation> all) {
    static final Negotiations NONE = new Negotiations(List.of());

    public Negotiations {
        all = List.copyOf(all);
    }

    /** About a request; an empty one where nothing has been said. */
    public Negotiation about(RequestId request) {
        return all.stream()
                .filter(it -> it.requestId().equals(request))
                .findFirst()
                .orElseGet(() -> Negotiation.about(request));
    }

    Negotiations after(NegotiationFact fact) {
        Negotiation before = about(fact.requestId());
        return replacing(
                before,
                switch (fact) {
                    case OfferKept(var _, var offer) -> before.with(offer);
                    case OfferEnded(var _, var offerId, var fate) -> before.ending(offerId, fate);
                    case AgreementKept(var _, var agreement) -> before.with(agreement);
                    case GainKept(var _, var gain) -> before.with(gain);
                    case PlaceLostKept(var _, var place) -> before.with(place);
                });
    }

    private Negotiations replacing(Negotiation before, Negotiation next) {
        List<Negotiation> changed = new ArrayList<>(all);
        int place = changed.indexOf(before);
        if (place < 0) {
            changed.add(next);
        } else {
            changed.set(place, next);
        }
        return new Negotiations(changed);
    }
}
