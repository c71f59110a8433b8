package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.resolution.domain.OptionCatalogue.Worse;
import java.util.Comparator;
import java.util.List;

/**
 * Where what was chosen has failed, what is equal or better comes first, and what is not says so (R114). What the company
 * would spend on an option stands for what it is worth to the customer, together with what the customer keeps; amounts in
 * different currencies are not compared.
 */
record ComparedWithChosen(Option chosen, List<Remedy> kept, Worse worse, String language) {

    List<OptionDraft> bestFirst(List<OptionDraft> drafts) {
        return drafts.stream()
                .sorted(Comparator.comparing(draft -> isLonger(draft) || isLess(draft)))
                .map(this::marked)
                .toList();
    }

    private OptionDraft marked(OptionDraft draft) {
        OptionDraft marked =
                isLonger(draft) ? draft.withDisadvantage(worse.longer().in(language)) : draft;
        return isLess(draft) ? marked.withDisadvantage(worse.less().in(language)) : marked;
    }

    private boolean isLonger(OptionDraft draft) {
        return draft.days() > chosen.days();
    }

    private boolean isLess(OptionDraft draft) {
        Money before = chosen.cost();
        Money now = draft.cost();
        return before != null
                && now != null
                && before.currency().equals(now.currency())
                && now.amount().add(Kept.in(now.currency(), kept)).compareTo(before.amount()) < 0;
    }
}
