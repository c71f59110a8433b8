package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Instant;

/** By when somebody answers an offer, and who hears of it where they do not. */
public interface OfferTerms {

    Instant answerBy(Party asked, Instant offeredAt);

    Party superiorOf(Party asked);

    /** In the working time of whoever is asked; above the topmost department stands the authority. */
    static OfferTerms inWorkingTime(Departments departments, Attendance attendance) {
        return new OfferTerms() {
            @Override
            public Instant answerBy(Party asked, Instant offeredAt) {
                return attendance.add(asked, offeredAt, departments.answersOffersWithin(asked));
            }

            @Override
            public Party superiorOf(Party asked) {
                Party superior =
                        asked.isConsultant() ? Party.department(departments.listener()) : attendance.superiorOf(asked);
                return superior == null ? Party.department(departments.authority()) : superior;
            }
        };
    }

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
