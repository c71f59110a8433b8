package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Instant;

/** By when somebody answers an offer, and who hears of it where they do not. */
public interface OfferTerms {

    Instant answerBy(Party asked, Instant offeredAt);

    Party superiorOf(Party asked);

    /** By the clock on the wall; the authority stands above every department, and the front desk above its people. */
    static OfferTerms byTheWallClock(Departments departments) {
        return new OfferTerms() {
            @Override
            public Instant answerBy(Party asked, Instant offeredAt) {
                return offeredAt.plus(departments.answersOffersWithin(asked));
            }

            @Override
            public Party superiorOf(Party asked) {
                return Party.department(asked.isConsultant() ? departments.listener() : departments.authority());
            }
        };
    }
}
