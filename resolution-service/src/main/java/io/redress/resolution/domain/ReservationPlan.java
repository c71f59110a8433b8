package io.redress.resolution.domain;

import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Reservation.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of what is held already stands for which option of a proposal, and what of it is still to be held. */
final class ReservationPlan {
    private final SolutionsProposed proposal;
    private final Map<Need, Reservation> met = new LinkedHashMap<>();
    private final List<Need> unmet = new ArrayList<>();
    private final List<Reservation> left;

    /** What one option needs of one resource, however often it names it. */
    record Need(Option option, String resource, String quantity) {
        String optionId() {
            return option.optionId();
        }

        String condition() {
            return Reservation.condition(optionId(), resource);
        }

        boolean isMetBy(Reservation line) {
            return line.resource().equals(resource)
                    && new BigDecimal(line.quantity()).compareTo(new BigDecimal(quantity)) == 0;
        }
    }

    /** @param before for what there was something held */
    ReservationPlan(Offered before, Reservations reservations, SolutionsProposed proposal) {
        this.proposal = proposal;
        this.left = new ArrayList<>(reservations.lines());
        List<Need> needs = needs(proposal);
        // What stands for the same option of the same proposal first, so that nothing moves without need.
        needs.forEach(need -> take(need, line -> isThere(line) && line.isFor(proposal.proposalId(), need.optionId())));
        // What was chosen and is offered again stays the customer's; for anything else it goes back.
        needs.forEach(need -> take(need, line -> isThere(line) && before.isHeldFor(line, need.option())));
        needs.forEach(need ->
                take(need, line -> line.isOpen() && line.optionId().equals(need.optionId())));
        needs.forEach(need -> take(need, Reservation::isOpen));
        needs.stream().filter(need -> !met.containsKey(need)).forEach(unmet::add);
    }

    private static boolean isThere(Reservation line) {
        return line.isOpen() || line.stage() == Stage.TAKEN;
    }

    private void take(Need need, Predicate<Reservation> wanted) {
        if (met.containsKey(need)) {
            return;
        }
        Optional<Reservation> found =
                left.stream().filter(need::isMetBy).filter(wanted).findFirst();
        found.ifPresent(line -> {
            met.put(need, line);
            left.remove(line);
        });
    }

    private static List<Need> needs(SolutionsProposed proposal) {
        List<Need> needs = new ArrayList<>();
        for (Option option : proposal.options()) {
            Map<String, BigDecimal> byResource = new LinkedHashMap<>();
            for (Reserve reserve : Objects.requireNonNullElse(option.reserves(), List.<Reserve>of())) {
                byResource.merge(reserve.resource(), new BigDecimal(reserve.quantity()), BigDecimal::add);
            }
            byResource.forEach((resource, quantity) -> needs.add(new Need(option, resource, quantity.toPlainString())));
        }
        return needs;
    }

    /** The conditions of all that is not kept yet. */
    List<String> awaited() {
        List<String> conditions = new ArrayList<>();
        met.forEach((need, line) -> {
            if (line.stage() == Stage.WANTED) {
                conditions.add(need.condition());
            }
        });
        unmet.forEach(need -> conditions.add(need.condition()));
        return conditions;
    }

    /** Lines that stand for another option or proposal from now on. */
    Map<Need, Reservation> moving() {
        Map<Need, Reservation> moving = new LinkedHashMap<>(met);
        moving.entrySet()
                .removeIf(it ->
                        it.getValue().isFor(proposal.proposalId(), it.getKey().optionId()));
        return moving;
    }

    /** What nobody has been asked for yet. */
    List<Need> unmet() {
        return unmet;
    }

    /** Lines for which there is no use. */
    List<Reservation> left() {
        return left;
    }
}
